namespace NeuralCollapse.Records;

/// <summary>metrics.csv: one line for each measured epoch, one column for each metric.</summary>
internal static class MetricsFile
{
    private const string Epoch = "epoch";

    public static string Write(CellRecord record)
    {
        var names = record.Final.Metrics.Select(m => m.Key);
        var rows = record.Epochs.Select(e => e.Metrics.Select(m => Numbers.Format(m.Value)).Prepend(Numbers.Format(e.Epoch)));
        return Csv.Write(rows.Prepend(names.Prepend(Epoch)));
    }

    /// <param name="file">The file.</param>
    /// <param name="mayBeEmpty">Whether no epoch need have been measured, as of a cell that diverged before the first.</param>
    public static IReadOnlyList<MetricRow> Read(ResultFile file, bool mayBeEmpty)
    {
        var (names, lines) = CsvLine.ReadAll(file);
        if (names[0] != Epoch)
            throw file.Damaged(1, $"the column {Epoch} first", names[0]);
        foreach (var twice in names.GroupBy(n => n).Where(g => g.Count() > 1))
            throw file.Damaged(1, "every column once", $"{twice.Key} {Numbers.Format(twice.Count())} times");
        if (lines.Count == 0 && !mayBeEmpty)
            throw file.Damaged(2, "a measured epoch", "the end of the file");
        foreach (var (before, line) in lines.Zip(lines.Skip(1)).Where(pair => pair.First.Whole(0) >= pair.Second.Whole(0)))
            throw line.Wrong(0, $"an epoch after {before.Fields[0]}");
        return [.. lines.Select(Row)];
    }

    private static MetricRow Row(CsvLine line) => new()
    {
        Epoch = line.Whole(0),
        Metrics = [.. line.Names.Skip(1).Select((name, i) => KeyValuePair.Create(name, line.Number(i + 1)))],
    };
}
