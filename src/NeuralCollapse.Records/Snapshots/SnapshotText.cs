using System.Text;
using NeuralCollapse.Specs;

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

/// <summary>Reads <see cref="SnapshotText"/> line by line.</summary>
internal sealed class SnapshotParser
{
    private readonly string file;
    private readonly List<SnapshotCell> cells = [];
    private string? experiment;
    private string? numerics;

    private SnapshotParser(string file) => this.file = file;

    public static Snapshot Parse(string text, string file)
    {
        var parser = new SnapshotParser(file);
        var lines = text.TrimStart('\uFEFF').Split('\n');
        for (var i = 0; i < lines.Length; i++)
            parser.Take(lines[i], i + 1);
        return new()
        {
            Experiment = parser.experiment ?? throw parser.Error(1, "a line experiment: NAME", "an empty file"),
            Cells = parser.cells,
        };
    }

    private void Take(string line, int number)
    {
        if (line.EndsWith('\r'))
            throw Error(number, "a line that ends with LF", "CR LF; .gitattributes needs *.verified.txt text eol=lf");
        if (line.Length == 0)
            return;
        if (line.StartsWith(SnapshotText.ExperimentKey, StringComparison.Ordinal) && experiment is null)
            experiment = line[SnapshotText.ExperimentKey.Length..];
        else if (experiment is null)
            throw Error(number, "a line experiment: NAME", line);
        else if (line.StartsWith(SnapshotText.NumericsKey, StringComparison.Ordinal))
            numerics = line[SnapshotText.NumericsKey.Length..];
        else if (line.StartsWith(SnapshotText.Indent, StringComparison.Ordinal))
            TakeMetric(line, number);
        else
            TakeCell(line, number);
    }

    private void TakeCell(string line, int number)
    {
        if (numerics is null)
            throw Error(number, "a line numerics: FINGERPRINT before the first cell", line);
        if (line.Split(' ', 2) is not [var id, var label])
            throw Error(number, "the id and the label of a cell", line);
        cells.Add(new() { Id = id, Label = label, Numerics = numerics, Metrics = [] });
    }

    private void TakeMetric(string line, int number)
    {
        var fields = line[SnapshotText.Indent.Length..].Split(' ');
        if (cells.Count == 0 || fields is not [var name, var text] || !Numbers.TryParse(text, out var value))
            throw Error(number, "a metric of a cell and its value", line.Trim());
        if (cells[^1].Metrics.Any(m => m.Key == name))
            throw Error(number, "every metric of a cell once", $"{name} again");
        cells[^1] = cells[^1] with { Metrics = [.. cells[^1].Metrics, KeyValuePair.Create(name, value)] };
    }

    private UserErrorException Error(int line, string expected, string got) =>
        new($"{file}:{Numbers.Format(line)}: expected {expected}, got {got}. " +
            "Restore the snapshot from version control, or accept a new one.");
}
