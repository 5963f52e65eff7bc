using System.Reflection;

namespace NeuralCollapse.Specs;

/// <summary>The sections of a new spec, valid together: what the options say, and what is usual where they say nothing.</summary>
/// <param name="Sections">All sections with one value, by their names.</param>
/// <param name="Axes">Those with several, which become axes of the matrix.</param>
/// <param name="Usual">Keys with the usual value and who uses it, for comments, by the path of their section.</param>
internal sealed record NewDraft(MapNode Sections, IReadOnlyDictionary<string, IReadOnlyList<MapNode>> Axes, ILookup<string, string> Usual)
{
    private static readonly string[] Kinds = ["data", "model", "loss", "mixup"], MayBeSeveral = ["loss", "mixup"];

    public static NewDraft Of(IReadOnlyList<NewOption> options, Errors errors)
    {
        var usual = new List<(string Path, string Comment)>();
        var sections = new Dictionary<string, IReadOnlyList<MapNode>>(StringComparer.Ordinal);
        foreach (var path in Kinds)
            sections[path] = Filled(path, [.. Chosen(path, options, errors)], options, usual, errors);
        var sole = Kinds.Where(path => sections[path].Count == 1).Aggregate(new MapNode(0, 0, "", []), (map, path) => Put(map, path, sections[path][0]));
        sole = Augmented(sole, errors);
        sole = Trained(sole, options, errors);
        sole = options.Where(option => option.Name.Split('.')[0] is "training" or "measure" or "numerics")
            .OrderBy(option => option.Name.Split('.').Length)
            .Aggregate(sole, (map, option) => Put(map, option, errors));
        var axes = sections.Where(section => section.Value.Count > 1).ToDictionary();
        if (Kinds.All(path => sections[path].Count > 0) && options.Any(option => option.Name == NewOptions.Epochs))
            sole = Measured(sole, Checked(sole, axes, errors));
        return new(sole, axes, usual.Distinct().ToLookup(u => u.Path, u => u.Comment));
    }

    /// <summary>The sections that an option names, or those that are usual.</summary>
    private static IEnumerable<MapNode> Chosen(string path, IReadOnlyList<NewOption> options, Errors errors)
    {
        var kinds = NewOptions.Kinds(path);
        if (options.FirstOrDefault(option => option.Path == path) is { } option)
            return [.. Named(option).Select(name => Read(name, option, errors)).OfType<MapNode>()];
        var preset = typeof(NetworkCell).GetProperties().Single(property => KebabCase.Of(property.Name) == path);
        if (preset.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute)))
            return [];
        // Whether to mix is the question: without, which is the default, and with what the section is named for.
        var first = preset.GetValue(Activator.CreateInstance<NetworkCell>())!.GetType();
        return [.. kinds.Where(kind => kind.Type == first || kind.Kind == path).OrderBy(kind => kind.Type != first).Select(kind => ShortName.Read(kind.Kind, [kind], $"--{path}", $"--{path}")!)];
    }

    private static string[] Named(NewOption option) =>
        MayBeSeveral.Contains(option.Path) && !option.Value.StartsWith('{') ? option.Value.Split(',', StringSplitOptions.TrimEntries) : [option.Value];

    private static MapNode? Read(string name, NewOption option, Errors errors)
    {
        var kinds = NewOptions.Kinds(option.Path);
        if (name.StartsWith('{'))
            return YamlFile.ReadValue(name, $"{option}", errors) as MapNode;
        if (ShortName.Read(name, kinds, $"--{option.Path}", $"{option}") is { } section)
            return section;
        errors.Add(option.Scalar(name), $"one of {NewOptions.Forms(option.Path)}", name, ShortName.Hint(name, kinds));
        return null;
    }

    /// <summary>The sections at a path with the keys that options give, and the usual values of required ones.</summary>
    private static IReadOnlyList<MapNode> Filled(
        string path, IReadOnlyList<MapNode> chosen, IReadOnlyList<NewOption> options, List<(string Path, string Comment)> usual, Errors errors)
    {
        var sections = chosen.ToList();
        foreach (var option in options.Where(option => option.Name.StartsWith($"{path}.", StringComparison.Ordinal)))
        {
            var keys = option.Name.Split('.')[1..];
            var value = option.Read([.. SchemaOf.Network.At(option.Name.Split('.'))], errors);
            // One of several kinds need not have every key that is given, gamma is focal's alone; but one of them must.
            var takers = sections.FindAll(section => KindOf(section, path)?.At(keys).Any() == true);
            sections = [.. sections.Select(section => takers.Count == 0 || takers.Contains(section) ? section.With(keys, option.Scalar(keys[0]), value) : section)];
        }

        return [.. sections.Select(section => WithUsual(section, path, usual, errors))];
    }

    private static RecordSchema? KindOf(MapNode section, string path) =>
        NewOptions.Kinds(path).FirstOrDefault(kind => kind.Kind == (section.Find(KindsSchema.Key) as ScalarNode)?.Text);

    private static MapNode WithUsual(MapNode section, string path, List<(string Path, string Comment)> usual, Errors errors)
    {
        foreach (var key in KindOf(section, path)?.Keys.Where(key => section.Find(key.Name) is null) ?? [])
        {
            if (key.Property.GetCustomAttribute<UsualAttribute>() is not { } value)
                continue;
            var at = new ScalarNode(0, 0, $"--{path}.{key.Name}", key.Name, quoted: false);
            section = section.With([key.Name], at, YamlFile.ReadValue(value.Value, at.Path, errors));
            if (value.Source.Length > 0)
                usual.Add((path, $"{key.Name} {value.Value}: {value.Source}"));
        }

        return section;
    }

    private static MapNode Augmented(MapNode sections, Errors errors)
    {
        if (sections.Find("data") is not MapNode section || section.Find("augment") is not null)
            return sections;
        if (SchemaOf.Network.At(["data"]).Single().Read(section, errors) is not DataSpec { UsualAugmentation: not Augmentation.None and var augment })
            return sections;
        var at = new ScalarNode(0, 0, "--data.augment", "augment", quoted: false);
        return Put(sections, "data", section.With(["augment"], at, new ScalarNode(0, 0, at.Path, KebabCase.Of($"{augment}"), quoted: false)));
    }

    /// <summary>The sections with the training that is usual for the network; where the network or the epochs are not understood, for any.</summary>
    private static MapNode Trained(MapNode sections, IReadOnlyList<NewOption> options, Errors errors)
    {
        var given = options.FirstOrDefault(option => option.Name == NewOptions.Epochs);
        var epochs = NumberText.ReadWhole(given?.Value ?? "") is int number and > 0 ? number : 100;
        var model = sections.Find("model") is { } section ? SchemaOf.Network.At(["model"]).Single().Read(section, errors) as ModelSpec : null;
        var training = model?.UsualTraining(epochs) ?? new TrainingSpec { Epochs = epochs };
        var keys = ((RecordSchema)SchemaOf.Network.At(["training"]).Single()).Keys.Where(key => key.Required || key.Property.IsDefined(typeof(AnnouncedAttribute)));
        var written = keys.Aggregate(new MapNode(0, 0, "--training", []), (map, key) => map.With(
            [key.Name],
            new ScalarNode(0, 0, $"--training.{key.Name}", key.Name, quoted: false),
            YamlFile.ReadValue(key.Schema.Write(key.Property.GetValue(training)!, brief: true).ToJsonString(), $"--training.{key.Name}", errors)));
        return Put(sections, "training", given is null ? written : written.With(["epochs"], given.Scalar("epochs"), given.Read([], errors)));
    }

    /// <summary>Puts the value of an option where its path says; a kind takes the place of the section that is there, unless it is that kind.</summary>
    private static MapNode Put(MapNode sections, NewOption option, Errors errors)
    {
        var keys = option.Path.Split('.');
        var kinds = NewOptions.Kinds(option.Path);
        if (kinds.Count == 0)
            return sections.With(keys, option.Scalar(keys[0]), option.Read([.. SchemaOf.Network.At(keys)], errors));
        if (Read(option.Value, option, errors) is not { } section)
            return sections;
        var same = section.Entries.Count == 1 && (sections.Find([.. keys, KindsSchema.Key]) as ScalarNode)?.Text == option.Value;
        return same ? sections : sections.With(keys, option.Scalar(keys[0]), section);
    }

    /// <summary>A cell of every combination is read, for all errors; the last one that is valid is returned.</summary>
    private static CellSpec? Checked(MapNode sole, Dictionary<string, IReadOnlyList<MapNode>> axes, Errors errors)
    {
        IEnumerable<MapNode> cells = [Put(sole, CellKeys.Seed, new ScalarNode(0, 0, CellKeys.Seed, "0", quoted: false))];
        foreach (var (path, values) in axes)
            cells = cells.SelectMany(_ => values, (cell, value) => Put(cell, path, value));
        return cells.Select(cell => SchemaOf.Network.Read(cell, errors)).OfType<NetworkCell>().LastOrDefault();
    }

    private static MapNode Measured(MapNode sections, CellSpec? cell)
    {
        if (cell is null || sections.Find(["measure", "epochs"]) is not null)
            return sections;
        var at = new ScalarNode(0, 0, "--measure.epochs", "measure", quoted: false);
        var epochs = cell.MeasuredEpochs.Select(epoch => new ScalarNode(0, 0, at.Path, FormattableString.Invariant($"{epoch}"), quoted: false));
        var others = (sections.Find("measure") as MapNode)?.Entries ?? [];
        var named = new Entry(new ScalarNode(0, 0, at.Path, "epochs", quoted: false), new ListNode(0, 0, at.Path, [.. epochs]));
        return sections.With(["measure"], at, new MapNode(0, 0, at.Path, [named, .. others]));
    }

    private static MapNode Put(MapNode sections, string path, Node section) =>
        sections.With([path], new ScalarNode(0, 0, $"--{path}", path, quoted: false), section);
}
