using System.Text;
using System.Text.RegularExpressions;

namespace NeuralCollapse.Records;

/// <summary>The outcome of comparing results with their snapshot.</summary>
public sealed record SnapshotVerdict
{
    /// <summary>Everything that differs, in the order of the snapshot; empty when the results agree.</summary>
    public required IReadOnlyList<SnapshotDifference> Differences { get; init; }

    /// <summary>Values that had to agree in every digit, since the numerics fingerprints are the same.</summary>
    public required int ComparedExactly { get; init; }

    /// <summary>Values that had to agree within a tolerance, since the numerics fingerprints differ.</summary>
    public required int ComparedWithinTolerance { get; init; }

    /// <summary>Values that were not compared: the numerics fingerprints differ and the spec gives their metric no tolerance.</summary>
    public required int NotCompared { get; init; }

    /// <summary>Files that had to agree in every byte, since the numerics fingerprints are the same.</summary>
    public required int FilesCompared { get; init; }

    /// <summary>Files that were not compared with the snapshot, since the numerics fingerprints differ.</summary>
    public required int FilesNotCompared { get; init; }

    /// <summary>Cells of the plan that neither the snapshot has nor the results: the experiment is under way, or its spec asks for more than it did.</summary>
    public required int NotThere { get; init; }

    /// <summary>How much was compared, in words.</summary>
    public string Counts =>
        $"{Numbers.Format(ComparedExactly)} values and {Numbers.Format(FilesCompared)} files compared exactly, " +
        $"{Numbers.Format(ComparedWithinTolerance)} values within tolerances, " +
        $"{Numbers.Format(NotCompared)} values and {Numbers.Format(FilesNotCompared)} files not compared (other numerics, no tolerance)" +
        (NotThere > 0 ? $"; cells neither recorded nor in the snapshot: {Numbers.Format(NotThere)}" : "");

    public bool Agrees => Differences.Count == 0;
}

/// <summary>A result that is not what its snapshot says.</summary>
public sealed record SnapshotDifference
{
    /// <summary>Empty when it is a file of the experiment.</summary>
    public required string CellId { get; init; }

    public required string CellLabel { get; init; }

    /// <summary>Name of the metric or file; empty when it is the cell as a whole.</summary>
    public required string Metric { get; init; }

    /// <summary>What the snapshot says, as text; <c>-</c> when it says nothing.</summary>
    public required string Expected { get; init; }

    /// <summary>What is recorded, as text; <c>-</c> when nothing is.</summary>
    public required string Got { get; init; }

    /// <summary>Which rule was broken, in a few words.</summary>
    public required string Why { get; init; }
}

/// <summary>The differences of an experiment as Markdown: a heading with how many there are, and a table with a line for each.</summary>
public static partial class DifferencesTable
{
    /// <summary>Heading, counts and table, ended by LF.</summary>
    /// <param name="experiment">Name of the experiment.</param>
    /// <param name="verdict">A verdict with at least one difference.</param>
    public static string Of(string experiment, SnapshotVerdict verdict)
    {
        var text = new StringBuilder($"## {Literally(experiment)}: {Count(verdict.Differences.Count)}\n\n")
            .Append($"{verdict.Counts}.\n\n")
            .Append("| cell | metric or file | expected | got | tolerance |\n| --- | --- | --- | --- | --- |\n");
        foreach (var d in verdict.Differences)
            text.Append("| ").AppendJoin(" | ", new[] { $"{d.CellId} {d.CellLabel}".Trim(), d.Metric, d.Expected, d.Got, d.Why }.Select(Literally)).Append(" |\n");
        return text.ToString();
    }

    private static string Count(int differences) => differences == 1 ? "1 difference" : $"{Numbers.Format(differences)} differences";

    /// <summary>Text that Markdown shows as it is: a bar would end the cell, and labels are whatever a spec says.</summary>
    private static string Literally(string text) => Punctuation().Replace(text, @"\$0");

    [GeneratedRegex(@"[\\`*_<>\[\]|~&]")]
    private static partial Regex Punctuation();
}
