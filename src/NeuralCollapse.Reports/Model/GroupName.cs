using System.Text.RegularExpressions;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>What the report calls a point of the matrix: the value of its first axis, and those of the others together.</summary>
internal static partial class GroupName
{
    /// <summary>Empty when there is no axis.</summary>
    public static string First(SummaryGroup group) => group.Axes.Count == 0 ? "" : Of(group.Axes[0]);

    /// <summary>Empty when there is one axis or none.</summary>
    public static string Rest(SummaryGroup group) => string.Join(", ", group.Axes.Skip(1).Select(Of));

    /// <summary>The value, with its axis where it would say nothing without: no mixup; epochs 10 of training.epochs.</summary>
    public static string Of(KeyValuePair<string, string> axis) => axis.Value == "none" ? $"no {axis.Key}"
        : Numbers.TryParse(axis.Value, out _) ? $"{axis.Key[(axis.Key.LastIndexOf('.') + 1)..]} {Value(axis.Value)}"
        : Value(axis.Value);

    /// <summary>
    /// The short form of a part of a spec as people write it: scaled-mse(kappa=5.0) is scaled MSE, kappa 5, and scaled-mse alone scaled MSE. Any
    /// other label as it is.
    /// </summary>
    public static string Value(string label)
    {
        if (!ShortForm().IsMatch(label))
            return KindName.Of(label);
        var (kind, settings) = (label[..label.IndexOf('(', StringComparison.Ordinal)], label[label.IndexOf('(', StringComparison.Ordinal)..]);
        return KindName.Of(kind) + Number().Replace(
            Brackets().Replace(settings.Replace("(", ", ", StringComparison.Ordinal), "").Replace('=', ' ').Replace(",", ", ", StringComparison.Ordinal).Replace(",  ", ", ", StringComparison.Ordinal),
            number => Numbers.TryParse(number.Value, out var value) ? Numbers.Format(value) : number.Value);
    }

    /// <summary>The groups with a value of the first axis.</summary>
    public static IEnumerable<SummaryGroup> With(ExperimentSummary summary, string first) => summary.Groups.Where(g => First(g) == first);

    [GeneratedRegex(@"\A[a-z][a-z0-9-]*\([a-z0-9-]+=[^()]*\)\z")]
    private static partial Regex ShortForm();

    [GeneratedRegex(@"[\[\])]")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"(?<![\w.-])\d+\.\d+(?![\w.-])")]
    private static partial Regex Number();
}
