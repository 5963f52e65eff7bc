namespace NeuralCollapse.Specs;

/// <summary>The options that a new spec is made from: those with a name of their own, and every key by its dotted path.</summary>
internal static class NewOptions
{
    public const string Name = "name", DataSet = "dataset", Epochs = "epochs", Seeds = "seeds", Title = "title", Claim = "claim";

    /// <summary>Those of which the question consists: nobody else can know them.</summary>
    public static readonly IReadOnlyList<string> Required = [Name, DataSet, "model", "loss", Epochs];

    /// <summary>Those with a name of their own, and what they mean.</summary>
    public static readonly IReadOnlyList<KeyValuePair<string, string>> Short =
    [
        new(Name, "Name of the experiment and of its file"),
        new(DataSet, $"Data set: {Forms("data")}"),
        new("model", $"Network, with its numbers: {Forms("model")}; {string.Join(", ", Published("model"))}"),
        new("loss", $"Loss, or several with commas between: {Forms("loss")}"),
        new("mixup", $"Whether training images are mixed: {Forms("mixup")}; both where not given"),
        new(Epochs, "Epochs of training"),
        new(Seeds, "Seeds with commas between; 0,1,2 where not given"),
        new(Title, "One line, for the report"),
        new(Claim, "What is expected, for the report"),
        new("numerics", "Which processor instructions may be used: portable or native"),
    ];

    /// <summary>Every name that an option may have.</summary>
    public static readonly IReadOnlyList<string> All =
        [.. Short.Select(option => option.Key), .. SchemaOf.Network.Paths().Where(path => path.Contains('.') && path != PathOf(Epochs)).Distinct()];

    /// <summary>The path of the key that an option gives.</summary>
    public static string PathOf(string option) => option switch { DataSet => "data", Epochs => "training.epochs", _ => option };

    /// <summary>The kinds that a section may be of; none where it has no kind.</summary>
    public static IReadOnlyList<RecordSchema> Kinds(string path) =>
        [.. SchemaOf.Network.At(path.Split('.')).OfType<KindsSchema>().SelectMany(schema => schema.Kinds)];

    /// <summary>How the kinds of a section are named.</summary>
    public static string Forms(string path) => string.Join(", ", Kinds(path).Select(kind => path == "data" ? kind.Kind : ShortName.Form(kind)));

    private static IEnumerable<string> Published(string path) => Kinds(path).SelectMany(kind => ShortName.Offered(kind).Skip(1));
}

/// <summary>An option that was given for a new spec.</summary>
/// <param name="Name">Without dashes.</param>
/// <param name="Value">As typed.</param>
/// <param name="Index">How many were given before it.</param>
internal sealed record NewOption(string Name, string Value, int Index)
{
    private const int LongestShown = 100;

    /// <summary>Path of the key that it gives.</summary>
    public string Path => NewOptions.PathOf(Name);

    /// <summary>A value that stands, for messages, where the option does.</summary>
    public ScalarNode Scalar(string text, bool quoted = false) => new(Index + 1, 1, ToString(), text, quoted);

    /// <summary>The value as a spec would have it: text as it is, several values with commas between or in brackets, anything else as YAML.</summary>
    /// <param name="schemas">What it may be.</param>
    /// <param name="errors">Told of what is no YAML.</param>
    public Node Read(IReadOnlyCollection<Schema> schemas, Errors errors)
    {
        if (schemas.Any(schema => schema is TextSchema))
            return Scalar(Value, quoted: true);
        if (!schemas.Any(schema => schema is ListSchema) || Value.StartsWith('['))
            return YamlFile.ReadValue(Value, ToString(), errors);
        return new ListNode(Index + 1, 1, ToString(), [.. Value.Split(',').Select(item => Scalar(item.Trim()))]);
    }

    /// <summary>As typed, --training.batch-size=64, but no longer than a message should be.</summary>
    public override string ToString() => $"--{Name}={(Value.Length <= LongestShown ? Value : $"{Value[..LongestShown]}...")}";
}
