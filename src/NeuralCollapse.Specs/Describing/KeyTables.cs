using System.Text.RegularExpressions;

namespace NeuralCollapse.Specs;

/// <summary>
/// The tables of keys in experiments/README.md, made from the declarations: each stands between <c>&lt;!-- keys: SECTION --&gt;</c> and
/// <c>&lt;!-- end of keys --&gt;</c>. Types, ranges and defaults are those that a spec is read by, meanings are the doc comments.
/// </summary>
public static partial class KeyTables
{
    private const string Top = "top level", Verify = "verify", Predictions = PredictionReader.PredictionsKey, Testable = "testable", Analyses = PredictionReader.AnalysesKey;

    // What is read from these is no value but a set of points: no schema describes it.
    private static readonly string[] Matrix =
    [
        "`matrix` | axes | | none | Every combination of their values is a point. See [Matrix](#matrix)",
        "`zip` | list of groups of axes | | none | Axes that vary together",
        "`exclude` | list of parts of points | | none | Points taken out of the matrix",
        "`include` | list of points | | none | Points added to it",
        "`predictions` | list | | none | What is expected, as data. See [Predictions](#predictions)",
        "`analyses` | list | | none | Analyses of variance. See [Analyses](#analyses)",
    ];

    private const string OfRow = "`of` | part of a point | | every point | The points that it is made for: values of axes, or parts of them, as `exclude` has";

    private static readonly string[] OfPrediction =
    [
        OfRow,
        "`against` | part of a point | | none | The point to compare with: values of axes, in which alone it differs from the one that it is compared with",
    ];

    /// <summary>A document with every table as it should be; the text around them stays.</summary>
    public static string In(string document) =>
        Marked().Replace(document, match => $"{match.Groups[1].Value}\n\n{Table(match.Groups[2].Value)}\n\n{match.Groups[3].Value}");

    /// <summary>Sections whose table a document has.</summary>
    public static IReadOnlyList<string> NamedIn(string document) => [.. Marked().Matches(document).Select(match => match.Groups[2].Value)];

    /// <summary>Sections that have a table.</summary>
    public static IReadOnlyList<string> All => [Top, .. Sections, Verify, Predictions, Testable, Analyses];

    /// <summary>Sections with keys of their own.</summary>
    private static IEnumerable<string> Sections => CellKeys.Sections.Where(section => At(section) is RecordSchema or KindsSchema);

    /// <summary>The section of a network or, where that has none of the name, of the unconstrained features model; null where neither has.</summary>
    private static Schema? At(string section) => SchemaOf.Network.At([section]).Concat(SchemaOf.Ufm.At([section])).FirstOrDefault();

    private static string Table(string section) => section switch
    {
        Top => Plain([.. ((RecordSchema)SchemaOf.Header).Keys.Select(KeyRow.Single).Select(row => row.Name == Verify ? Seen(row, "Tolerances") : row),
            .. CellKeys.Sections.Select(section => OfSection(KeyRow.Single(SchemaOf.Network.Keys.Concat(SchemaOf.Ufm.Keys).First(key => key.Name == section))))], Matrix),
        Verify => Plain(((RecordSchema)((TableSchema)SchemaOf.Header.At([Verify]).Single()).Element).Keys.SelectMany(KeyRow.Of), []),
        Predictions => Plain(SchemaOf.Record(typeof(Prediction)).Keys.SelectMany(KeyRow.Of), OfPrediction),
        Testable => Plain(SchemaOf.Record(typeof(Condition)).Keys.SelectMany(KeyRow.Of), []),
        Analyses => Plain(SchemaOf.Record(typeof(Analysis)).Keys.SelectMany(KeyRow.Of), [OfRow]),
        _ => At(section) switch
        {
            KindsSchema kinds => ByKind([.. kinds.Kinds]),
            RecordSchema record => Plain(record.Keys.SelectMany(KeyRow.Of), []),
            _ => throw new NotSupportedException($"No table for {section}."),
        },
    };

    private static KeyRow OfSection(KeyRow row) => Sections.Contains(row.Name)
        ? Seen(row with { Type = "section", Range = "", Meaning = Meanings.Of((typeof(NetworkCell).GetProperty(Pascal(row.Name)) ?? typeof(UfmCell).GetProperty(Pascal(row.Name)))!) }, Pascal(row.Name))
        : row;

    private static string Pascal(string section) => char.ToUpperInvariant(section[0]) + section[1..];

    private static KeyRow Seen(KeyRow row, string heading) => row with { Meaning = $"{row.Meaning}. See [{heading}](#{heading.ToLowerInvariant()})" };

    private static string Plain(IEnumerable<KeyRow> rows, IEnumerable<string> more) =>
        Lines(["key | type | range | default | meaning", "--- | --- | --- | --- | ---", .. rows.Select(row => $"{row}"), .. more]);

    private static string ByKind(IReadOnlyList<RecordSchema> kinds)
    {
        var common = kinds.SelectMany(kind => kind.Keys).Where(key => key.Property.DeclaringType!.IsAbstract).DistinctBy(key => key.Name).SelectMany(KeyRow.Of);
        return Lines(
        [
            "kind | key | type | range | default | meaning",
            "--- | --- | --- | --- | --- | ---",
            .. common.Select((row, index) => $"{(index == 0 ? "all" : "")} | {row}"),
            .. kinds.SelectMany(kind => kind.Keys.Where(key => !key.Property.DeclaringType!.IsAbstract).SelectMany(KeyRow.Of).Select(row => $" | {row}")
                .Prepend($"`{kind.Kind}` | | | | | {Meanings.Of(kind.Type)}")),
        ]);
    }

    private static string Lines(IEnumerable<string> rows) => string.Join('\n', rows.Select(row => Gaps().Replace($"| {row} |", "| ")));

    [GeneratedRegex(@"(<!-- keys: ([a-z ]+) -->).*?(<!-- end of keys -->)", RegexOptions.Singleline)]
    private static partial Regex Marked();

    /// <summary>An empty cell is one space wide.</summary>
    [GeneratedRegex(@"\|  +(?=\|)")]
    private static partial Regex Gaps();
}
