using System.Text;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Records;

/// <summary>
/// The text of a snapshot: the experiment, then for each cell a line with its id and label, and below it a line for each metric and, begun by
/// <c>file</c>, for each file with its hash. A line <c>numerics:</c> holds for all cells below it. LF, no line end at the end.
/// </summary>
public static class SnapshotText
{
    internal const string ExperimentKey = "experiment: ";
    internal const string NumericsKey = "numerics: ";
    internal const string Indent = "  ";
    internal const string FileKey = "file";

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
            foreach (var (name, hash) in cell.Files)
                text.Append(Indent).AppendJoin(' ', FileKey, name, hash).Append('\n');
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
            TakeValue(line[SnapshotText.Indent.Length..].Split(' '), line, number);
        else
            TakeCell(line, number);
    }

    private void TakeCell(string line, int number)
    {
        if (numerics is null)
            throw Error(number, "a line numerics: FINGERPRINT before the first cell", line);
        if (line.Split(' ', 2) is not [var id, var label])
            throw Error(number, "the id and the label of a cell", line);
        cells.Add(new() { Id = id, Label = label, Numerics = numerics, Metrics = [], Files = [] });
    }

    private void TakeValue(string[] fields, string line, int number)
    {
        if (cells.Count > 0 && fields is [SnapshotText.FileKey, var file, var hash] && ContentHash.IsShort(hash))
            cells[^1] = cells[^1] with { Files = With(cells[^1].Files, file, hash, $"file {file}", number) };
        else if (cells.Count > 0 && fields is [var name, var text] && Numbers.TryParse(text, out var value))
            cells[^1] = cells[^1] with { Metrics = With(cells[^1].Metrics, name, value, name, number) };
        else
            throw Error(number, "a metric of a cell and its value, or a file and its hash", line.Trim());
    }

    private IReadOnlyList<KeyValuePair<string, T>> With<T>(IReadOnlyList<KeyValuePair<string, T>> known, string name, T value, string shown, int number) =>
        known.Any(k => k.Key == name)
            ? throw Error(number, "every metric and file of a cell once", $"{shown} again")
            : [.. known, KeyValuePair.Create(name, value)];

    private UserErrorException Error(int line, string expected, string got) =>
        new($"{file}:{Numbers.Format(line)}: expected {expected}, got {got}. " +
            "Restore the snapshot from version control, or accept a new one.");
}
