using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>The shortest names that tell the values of each axis apart: of a loss that no other value shares its kind with, the kind alone; else with those of its settings in which they differ.</summary>
internal sealed class ShortNames
{
    private readonly ILookup<string, string[]> values;

    public ShortNames(IEnumerable<IReadOnlyList<KeyValuePair<string, string>>> points) =>
        values = points.SelectMany(point => point).Distinct().ToLookup(label => label.Key, label => Parts(label.Value));

    public static ShortNames Of(ExperimentSummary summary) => new(summary.Plan.Cells.Select(cell => cell.Axes));

    /// <summary>Such as: smooth L1; none; mixup, alpha 0.2.</summary>
    public string Value(KeyValuePair<string, string> label)
    {
        var parts = Parts(label.Value);
        var others = values[label.Key].Where(other => other[0] == parts[0] && !other.SequenceEqual(parts)).ToList();
        return string.Join(", ", parts.Where((part, i) => i == 0 || others.Any(other => !other.Contains(part))));
    }

    /// <summary>The same with its axis where it would say nothing without, such as: no mixup.</summary>
    public string Of(KeyValuePair<string, string> label) => GroupName.Of(KeyValuePair.Create(label.Key, Value(label)));

    /// <summary>Those of several axes, such as: focal, mixup.</summary>
    public string Of(IEnumerable<KeyValuePair<string, string>> labels) => string.Join(", ", labels.Select(Of));

    private static string[] Parts(string value) => GroupName.Value(value).Split(", ");
}
