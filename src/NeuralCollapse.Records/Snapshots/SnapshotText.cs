using System.Text;

namespace NeuralCollapse.Records;

/// <summary>
/// The text of a snapshot: the experiment, then for each cell a line with its id and label, and below it a line for each metric. A line
/// <c>numerics:</c> holds for all cells below it. LF, no line end at the end.
/// </summary>
public static class SnapshotText
{
    internal const string ExperimentKey = "experiment: ";
    internal const string NumericsKey = "numerics: ";
    internal const string Indent = "  ";

    /// <summary>The text to commit for what is recorded.</summary>
    public static string Of(RecordedPlan plan, IReadOnlyList<CellRecord> records) => Of(Snapshot.Of(plan, records));

    /// <summary>The text of a snapshot.</summary>
    public static string Of(Snapshot snapshot)
    {
        var text = new StringBuilder(ExperimentKey).Append(snapshot.Experiment).Append('\n');
        var numerics = "";
        foreach (var cell in snapshot.Cells)
        {
            if (cell.Numerics != numerics)
                text.Append(NumericsKey).Append(cell.Numerics).Append('\n');
            numerics = cell.Numerics;
            text.Append('\n').Append(cell.Id).Append(' ').Append(cell.Label).Append('\n');
            foreach (var (name, value) in cell.Metrics)
                text.Append(Indent).Append(name).Append(' ').Append(Numbers.Format(value)).Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }
}
