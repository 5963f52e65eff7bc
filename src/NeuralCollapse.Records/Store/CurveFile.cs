namespace NeuralCollapse.Records;

/// <summary>curve.csv: one line for each epoch of training.</summary>
internal static class CurveFile
{
    private const string Header = "epoch,learning-rate,objective,running-accuracy";

    public static string Write(CellRecord record) => Csv.Write(record.Curve.Select(Fields).Prepend(Header.Split(',')));

    public static IReadOnlyList<CurvePoint> Read(ResultFile file)
    {
        var lines = CsvLine.ReadAll(file, Header);
        foreach (var (line, epoch) in lines.Select((line, i) => (line, i + 1)).Where(l => l.line.Whole(0) != l.Item2))
            throw line.Wrong(0, $"epoch {Numbers.Format(epoch)}");
        return [.. lines.Select(line => new CurvePoint(line.Whole(0), line.Number(1), line.Number(2), line.Number(3)))];
    }

    private static IEnumerable<string> Fields(CurvePoint point) =>
        [Numbers.Format(point.Epoch), Numbers.Format(point.LearningRate), Numbers.Format(point.Objective), Numbers.Format(point.Accuracy)];
}
