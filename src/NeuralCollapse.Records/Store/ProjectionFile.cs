using System.Globalization;

namespace NeuralCollapse.Records;

/// <summary>projections/epoch-0030.csv: one line for each point.</summary>
internal static class ProjectionFile
{
    public const string Directory = "projections";

    private const string Header = "kind,x,y,class-a,class-b,lambda";
    private const int Decimals = 4;

    private static readonly SortedDictionary<string, ProjectedKind> Kinds = new(StringComparer.Ordinal)
    {
        ["sample"] = ProjectedKind.Sample,
        ["classifier"] = ProjectedKind.Classifier,
    };

    public static string Name(int epoch) => FormattableString.Invariant($"epoch-{epoch:D4}.csv");

    public static string Write(Projection projection) => Csv.Write(projection.Points.Select(Fields).Prepend(Header.Split(',')));

    public static Projection Read(ResultFile file) => new()
    {
        Epoch = Epoch(file),
        Points = [.. CsvLine.ReadAll(file, Header).Select(Point)],
    };

    private static int Epoch(ResultFile file)
    {
        var name = Path.GetFileName(file.Path);
        var digits = name.Split('-', '.') is ["epoch", var between, "csv"] ? between : "";
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var epoch) && name == Name(epoch)
            ? epoch
            : throw file.Damaged("the name of the file", "an epoch, such as epoch-0030.csv", name);
    }

    private static IEnumerable<string> Fields(ProjectedPoint point) =>
    [
        Kinds.First(k => k.Value == point.Kind).Key,
        Numbers.Fixed(point.X, Decimals),
        Numbers.Fixed(point.Y, Decimals),
        Numbers.Format(point.ClassA),
        Numbers.Format(point.ClassB),
        Numbers.Fixed(point.Lambda, Decimals),
    ];

    private static ProjectedPoint Point(CsvLine line) => new()
    {
        Kind = line.Choice(0, Kinds),
        X = line.Number(1),
        Y = line.Number(2),
        ClassA = line.Whole(3),
        ClassB = line.Whole(4),
        Lambda = line.Number(5),
    };
}
