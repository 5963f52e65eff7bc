using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>What the report calls a point of the matrix: the value of its first axis, and those of the others together.</summary>
internal static class GroupName
{
    /// <summary>Empty when there is no axis.</summary>
    public static string First(SummaryGroup group) => group.Axes.Count == 0 ? "" : Of(group.Axes[0]);

    /// <summary>Empty when there is one axis or none.</summary>
    public static string Rest(SummaryGroup group) => string.Join(", ", group.Axes.Skip(1).Select(Of));

    /// <summary>The value, with its axis where it would say nothing without.</summary>
    public static string Of(KeyValuePair<string, string> axis) => axis.Value == "none" ? $"no {axis.Key}"
        : Numbers.TryParse(axis.Value, out _) ? $"{axis.Key} {axis.Value}"
        : axis.Value;

    /// <summary>The groups with a value of the first axis.</summary>
    public static IEnumerable<SummaryGroup> With(ExperimentSummary summary, string first) => summary.Groups.Where(g => First(g) == first);
}
