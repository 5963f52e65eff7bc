using System.Text;
using System.Text.RegularExpressions;

namespace NeuralCollapse.Records;

/// <summary>The differences of an experiment as Markdown: a heading with how many there are, and a table with a line for each.</summary>
public static partial class DifferencesTable
{
    /// <summary>Heading, counts and table, ended by LF.</summary>
    /// <param name="experiment">Name of the experiment.</param>
    /// <param name="verdict">A verdict with at least one difference.</param>
    public static string Of(string experiment, SnapshotVerdict verdict)
    {
        var text = new StringBuilder($"## {Literally(experiment)}: {Count(verdict.Differences.Count)}\n\n")
            .Append(
                $"{Numbers.Format(verdict.ComparedExactly)} values were compared exactly, {Numbers.Format(verdict.ComparedWithinTolerance)} within " +
                $"tolerances, and {Numbers.Format(verdict.NotCompared)} not (other numerics, no tolerance).\n\n")
            .Append("| cell | metric | expected | got | tolerance |\n| --- | --- | --- | --- | --- |\n");
        foreach (var d in verdict.Differences)
            text.Append("| ").AppendJoin(" | ", new[] { $"{d.CellId} {d.CellLabel}", d.Metric, d.Expected, d.Got, d.Why }.Select(Literally)).Append(" |\n");
        return text.ToString();
    }

    private static string Count(int differences) => differences == 1 ? "1 difference" : $"{Numbers.Format(differences)} differences";

    /// <summary>Text that Markdown shows as it is: a bar would end the cell, and labels are whatever a spec says.</summary>
    private static string Literally(string text) => Punctuation().Replace(text, @"\$0");

    [GeneratedRegex(@"[\\`*_<>\[\]|~&]")]
    private static partial Regex Punctuation();
}
