using NeuralCollapse.Measures;

namespace NeuralCollapse.Records;

/// <summary>layers.csv: one line for each measured epoch and layer.</summary>
internal static class LayersFile
{
    private const string Header =
        "epoch,layer,depth,nc1,cdnv,effective-rank,nearest-centre-accuracy," +
        "own-at-0.5,partner-at-0.5,amplification-at-0.5,own-at-0.75,partner-at-0.75,amplification-at-0.75";

    public static string Write(CellRecord record) => Csv.Write(record.Layers.Select(Fields).Prepend(Header.Split(',')));

    public static IReadOnlyList<LayerPoint> Read(ResultFile file)
    {
        var lines = CsvLine.ReadAll(file, Header);
        foreach (var line in lines.Where(line => line.Fields[1].Length == 0))
            throw line.Wrong(1, "the name of a layer");
        foreach (var (before, line) in lines.Zip(lines.Skip(1)))
        {
            if (line.Whole(0) < before.Whole(0))
                throw line.Wrong(0, $"epoch {before.Fields[0]} or one after it");
            if (line.Whole(0) == before.Whole(0) && line.Number(2) <= before.Number(2))
                throw line.Wrong(2, $"a depth beyond {before.Fields[2]}");
        }

        return [.. lines.Select(Row)];
    }

    private static IEnumerable<string> Fields(LayerPoint row) =>
    [
        Numbers.Format(row.Epoch),
        row.Layer,
        .. new[]
        {
            row.Depth, row.Nc1, row.Cdnv, row.EffectiveRank, row.NearestCentreAccuracy,
            row.AtHalf.Own, row.AtHalf.Partner, row.AtHalf.Amplification,
            row.AtThreeQuarters.Own, row.AtThreeQuarters.Partner, row.AtThreeQuarters.Amplification,
        }.Select(Numbers.Format),
    ];

    private static LayerPoint Row(CsvLine line) => new()
    {
        Epoch = line.Whole(0),
        Layer = line.Fields[1],
        Depth = line.Number(2),
        Nc1 = line.Number(3),
        Cdnv = line.Number(4),
        EffectiveRank = line.Number(5),
        NearestCentreAccuracy = line.Number(6),
        AtHalf = new(line.Number(7), line.Number(8), line.Number(9)),
        AtThreeQuarters = new(line.Number(10), line.Number(11), line.Number(12)),
    };
}
