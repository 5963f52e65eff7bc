namespace NeuralCollapse.Specs;

/// <summary>Name, title, claim and seeds of a new spec, read as those of any spec.</summary>
internal sealed class NewHeader
{
    private readonly ExperimentHeader? header;

    public NewHeader(IReadOnlyList<NewOption> options, Mistakes mistakes)
    {
        var map = options.Where(option => ShapeOf.Header.Paths().Contains(option.Name))
            .Aggregate(new MapNode(0, 0, "", []), (map, option) => map.With([option.Name], option.Scalar(option.Name), option.Read([.. ShapeOf.Header.At([option.Name])], mistakes)));
        foreach (var (name, usual) in (IEnumerable<(string, string)>)[(NewOptions.Name, "none"), (NewOptions.Title, "none"), (NewOptions.Seeds, "[0, 1, 2]")])
        {
            // Of a missing name the command has been told, and a title is made from the rest.
            if (map.Find(name) is null)
                map = map.With([name], new ScalarNode(0, 0, $"--{name}", name, quoted: false), YamlFile.ReadValue(usual, $"--{name}", mistakes));
        }

        header = (ExperimentHeader?)ShapeOf.Header.Read(map, mistakes);
        Seeds = map.Find(NewOptions.Seeds)!;
        HasTitle = options.Any(option => option.Name == NewOptions.Title);
    }

    public string Name => header!.Name;

    /// <summary>Empty when none was given.</summary>
    public string Title => HasTitle ? header!.Title : "";

    /// <summary>Empty when none was given.</summary>
    public string Claim => header!.Claim;

    public Node Seeds { get; }

    private bool HasTitle { get; }
}
