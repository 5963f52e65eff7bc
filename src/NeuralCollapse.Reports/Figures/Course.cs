using System.Xml.Linq;
using NeuralCollapse.Measures;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>A curve of a group: a line for the mean, and a thin one for each seed where there are several.</summary>
internal static class Course
{
    private const double MeanWidth = 1.3;
    private const double SeedWidth = 0.45;
    private const double SeedOpacity = 0.45;

    /// <summary>More groups in one panel are drawn without their seeds, which would hide the means.</summary>
    private const int MostGroupsWithSeeds = 12;

    /// <summary>Mean and seeds.</summary>
    public static IEnumerable<XElement> Draw(Panel panel, SummaryGroup group, CellCurve curve, string colour, string dash, double opacity = 1)
    {
        var seeds = group.Cells.Count > 1
            ? group.Cells.Select(c => Line(panel, curve(c), new(colour, SeedWidth, dash, SeedOpacity * opacity)))
            : [];
        return seeds.OfType<XElement>().Concat(DrawMean(panel, group, curve, new(colour, MeanWidth, dash, opacity)));
    }

    /// <summary>The mean alone.</summary>
    public static IEnumerable<XElement> DrawMean(Panel panel, SummaryGroup group, CellCurve curve, Stroke stroke) =>
        Line(panel, Mean(group, curve), stroke) is { } line ? [line] : [];

    /// <summary>All groups in one panel, in their colours.</summary>
    public static IEnumerable<XElement> DrawAll(Panel panel, IReadOnlyList<SummaryGroup> groups, CellCurve curve, GroupStyles styles) =>
        groups.SelectMany(g => ShowsSeeds(groups)
            ? Draw(panel, g, curve, styles.Colour(g), styles.Dash(g))
            : DrawMean(panel, g, curve, new(styles.Colour(g), MeanWidth, styles.Dash(g))));

    /// <summary>What the lines of all groups in one panel are, as a sentence.</summary>
    public static string Reading(IReadOnlyList<SummaryGroup> groups) => ShowsSeeds(groups)
        ? "Thick lines are means over the seeds, thin lines are single seeds."
        : "Lines are means over the seeds.";

    /// <summary>All values of a curve in some groups.</summary>
    public static IEnumerable<double> Values(IEnumerable<SummaryGroup> groups, CellCurve curve) =>
        groups.SelectMany(g => g.Cells).SelectMany(c => curve(c)).Select(p => p.Y);

    /// <summary>Epochs at which any cell was measured, in ascending order.</summary>
    public static IReadOnlyList<int> Epochs(ExperimentSummary summary) =>
        [.. summary.Groups.SelectMany(g => g.Cells).SelectMany(c => c.Epochs.Select(e => e.Epoch)).Distinct().Order()];

    /// <summary>Mean over the seeds at each X at which all of them have a value.</summary>
    public static IEnumerable<(double X, double Y)> Mean(SummaryGroup group, CellCurve curve) => group.Cells
        .SelectMany(c => curve(c))
        .GroupBy(p => p.X)
        .Where(at => at.Count() == group.Cells.Count)
        .Select(at => (at.Key, at.Sum(p => p.Y) / at.Count()));

    private static bool ShowsSeeds(IReadOnlyList<SummaryGroup> groups) => groups.Count <= MostGroupsWithSeeds;

    /// <returns>Null when no point can be drawn.</returns>
    private static XElement? Line(Panel panel, IEnumerable<(double X, double Y)> points, Stroke stroke) =>
        PathData.Lines(panel.Positions(points)) is { Length: > 0 } data ? Svg.Path(data, stroke) : null;
}

/// <summary>The points that a cell adds to a panel, such as a metric over the epochs, by rising X.</summary>
internal delegate IEnumerable<(double X, double Y)> CellCurve(CellRecord cell);

/// <summary>A metric over the epochs.</summary>
internal static class MetricCurve
{
    /// <summary>Values times the factor of the metric, at the epochs at which it was measured.</summary>
    public static CellCurve Of(Metric metric) => cell => cell.Epochs
        .Select(e => (e.Epoch, Value: e.Find(metric.Name)))
        .Where(e => e.Value is not null)
        .Select(e => ((double)e.Epoch, e.Value!.Value * metric.Factor));
}
