using NeuralCollapse.Measures;

namespace NeuralCollapse.Records;

/// <summary>reliability.csv: one line for each bin.</summary>
internal static class ReliabilityFile
{
    private const string Header = "bin,lower,upper,count,confidence,accuracy";

    public static string Write(CellRecord record) => Csv.Write(record.Reliability.Select(Fields).Prepend(Header.Split(',')));

    public static IReadOnlyList<ReliabilityBin> Read(ResultFile file)
    {
        var lines = CsvLine.ReadAll(file, Header);
        foreach (var (line, bin) in lines.Select((line, i) => (line, i + 1)).Where(l => l.line.Whole(0) != l.Item2))
            throw line.Wrong(0, $"bin {Numbers.Format(bin)}");
        return [.. lines.Select(Row)];
    }

    private static IEnumerable<string> Fields(ReliabilityBin row, int index) =>
    [
        Numbers.Format(index + 1),
        Numbers.Format(row.Lower),
        Numbers.Format(row.Upper),
        Numbers.Format(row.Count),
        Numbers.Format(row.MeanConfidence),
        Numbers.Format(row.Accuracy),
    ];

    private static ReliabilityBin Row(CsvLine line) => new()
    {
        Lower = line.Number(1),
        Upper = line.Number(2),
        Count = line.Whole(3),
        MeanConfidence = line.Number(4),
        Accuracy = line.Number(5),
    };
}
