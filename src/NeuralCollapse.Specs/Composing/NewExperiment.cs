namespace NeuralCollapse.Specs;

/// <summary>
/// A new spec, made from a few options: what they leave open is what is usual for the data set, the network and the loss, as the
/// declarations of these say. It is complete: it plans as it is.
/// </summary>
/// <param name="Name">Name of the experiment and, with .yaml, of its file.</param>
/// <param name="Text">Text of that file, with comments.</param>
public sealed record NewExperiment(string Name, string Text)
{
    /// <summary>The options with a name of their own, and what they mean.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> ShortOptions => NewOptions.Short;

    /// <summary>The names of all options, without dashes: those with a name of their own, then keys of a spec by their dotted paths.</summary>
    public static IReadOnlyList<string> Options => NewOptions.All;

    /// <summary>Makes a spec.</summary>
    /// <param name="given">Options, their names without dashes and their values, as typed.</param>
    /// <exception cref="UserErrorException">With all errors in them.</exception>
    public static NewExperiment Of(IReadOnlyList<KeyValuePair<string, string>> given)
    {
        var errors = new Errors("");
        CheckNames(given, errors);
        var options = given.Where(option => NewOptions.All.Contains(option.Key)).DistinctBy(option => option.Key).Select((option, index) => new NewOption(option.Key, option.Value, index)).ToList();
        var header = new NewHeader(options, errors);
        var draft = NewDraft.Of(options, errors);
        var texts = errors.Texts;
        if (texts.Count > 0)
        {
            var count = texts.Count == 1 ? "1 error" : FormattableString.Invariant($"{texts.Count} errors");
            throw new UserErrorException(string.Join('\n', texts.Append($"{count}; experiments/README.md explains every key")));
        }

        var text = NewText.Of(header, draft, options);
        ExperimentSpec.Parse(text, $"{header.Name}.yaml");
        return new(header.Name, text);
    }

    private static void CheckNames(IReadOnlyList<KeyValuePair<string, string>> given, Errors errors)
    {
        foreach (var (index, option) in given.Index())
        {
            var at = new NewOption(option.Key, option.Value, index).Scalar("");
            if (!NewOptions.All.Contains(option.Key))
            {
                var near = NearestName.Hint(option.Key, NewOptions.All).Replace("mean ", "mean --", StringComparison.Ordinal);
                errors.Add(at, "an option of a new spec", $"--{option.Key}", near.Length > 0 ? near : $"there are {Names} and every key by its dotted name, such as --training.batch-size");
            }
            else if (given.Take(index).Any(other => other.Key == option.Key))
            {
                errors.Add(at, "every option once", $"--{option.Key} again");
            }
        }

        foreach (var name in NewOptions.Required.Where(name => given.All(option => option.Key != name)))
        {
            var expected = NewOptions.Kinds(NewOptions.PathOf(name)).Count > 0 ? $"one of {NewOptions.Forms(NewOptions.PathOf(name))}" : $"a value, as in --{name}={(name == NewOptions.Name ? "mine" : "100")}";
            errors.Add(new ScalarNode(-1, 0, $"--{name}", "", quoted: false), expected, "nothing");
        }
    }

    private static string Names => string.Join(", ", NewOptions.Short.Select(option => $"--{option.Key}"));
}

/// <summary>Name, title, claim and seeds of a new spec, read as those of any spec.</summary>
internal sealed class NewHeader
{
    private readonly ExperimentHeader? header;

    public NewHeader(IReadOnlyList<NewOption> options, Errors errors)
    {
        var map = options.Where(option => SchemaOf.Header.Paths().Contains(option.Name))
            .Aggregate(new MapNode(0, 0, "", []), (map, option) => map.With([option.Name], option.Scalar(option.Name), option.Read([.. SchemaOf.Header.At([option.Name])], errors)));
        foreach (var (name, usual) in (IEnumerable<(string, string)>)[(NewOptions.Name, "none"), (NewOptions.Title, "none"), (NewOptions.Seeds, "[0, 1, 2]")])
        {
            // Of a missing name the command has been told, and a title is made from the rest.
            if (map.Find(name) is null)
                map = map.With([name], new ScalarNode(0, 0, $"--{name}", name, quoted: false), YamlFile.ReadValue(usual, $"--{name}", errors));
        }

        header = (ExperimentHeader?)SchemaOf.Header.Read(map, errors);
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
