using NeuralCollapse.Measures;

namespace NeuralCollapse.Records;

/// <summary>lambda.csv: one line for each measured epoch and lambda.</summary>
internal static class LambdaFile
{
    private const string Header =
        "epoch,lambda,pairs,alpha,beta,amplification,thickness,chord-deviation,predicted-alpha,predicted-beta,predicted-amplification,distance";

    public static string Write(CellRecord record) => Csv.Write(record.Lambdas.Select(Fields).Prepend(Header.Split(',')));

    public static IReadOnlyList<MixedPoint> Read(ResultFile file) => [.. CsvLine.ReadAll(file, Header).Select(Row)];

    private static IEnumerable<string> Fields(MixedPoint row) =>
    [
        Numbers.Format(row.Epoch),
        Numbers.Format(row.Lambda),
        Numbers.Format(row.Pairs),
        .. new[]
        {
            row.Alpha, row.Beta, row.Amplification, row.Thickness, row.ChordDeviation,
            row.PredictedAlpha, row.PredictedBeta, row.PredictedAmplification, row.Distance,
        }.Select(Numbers.Format),
    ];

    private static MixedPoint Row(CsvLine line) => new()
    {
        Epoch = line.Whole(0),
        Lambda = line.Number(1),
        Pairs = line.Whole(2),
        Alpha = line.Number(3),
        Beta = line.Number(4),
        Amplification = line.Number(5),
        Thickness = line.Number(6),
        ChordDeviation = line.Number(7),
        PredictedAlpha = line.Number(8),
        PredictedBeta = line.Number(9),
        PredictedAmplification = line.Number(10),
        Distance = line.Number(11),
    };
}
