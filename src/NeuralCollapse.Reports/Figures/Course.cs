using System.Xml.Linq;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>A metric of a group over the epochs: a line for the mean, and a thin one for each seed where there are several.</summary>
internal static class Course
{
    private const double MeanWidth = 1.3;
    private const double SeedWidth = 0.45;
    private const double SeedOpacity = 0.45;

    /// <summary>The lines, in a panel whose vertical axis shows values times the factor of the metric.</summary>
    public static IEnumerable<XElement> Draw(Panel panel, SummaryGroup group, MetricDescription metric, string colour, string dash)
    {
        var seeds = group.Cells.Count > 1
            ? group.Cells.Select(c => Line(panel, Points(c, metric), new(colour, SeedWidth, dash, SeedOpacity)))
            : [];
        return seeds.Append(Line(panel, Mean(group, metric), new(colour, MeanWidth, dash))).OfType<XElement>();
    }

    /// <summary>All values of a metric in some groups, times its factor.</summary>
    public static IEnumerable<double> Values(IEnumerable<SummaryGroup> groups, MetricDescription metric) =>
        groups.SelectMany(g => g.Cells).SelectMany(c => Points(c, metric)).Select(p => p.Y);

    /// <summary>Epochs at which any cell was measured, in ascending order.</summary>
    public static IReadOnlyList<int> Epochs(ExperimentSummary summary) =>
        [.. summary.Groups.SelectMany(g => g.Cells).SelectMany(c => c.Epochs.Select(e => e.Epoch)).Distinct().Order()];

    /// <summary>Mean over the seeds at each epoch at which all of them were measured.</summary>
    public static IEnumerable<(double X, double Y)> Mean(SummaryGroup group, MetricDescription metric) => group.Cells
        .SelectMany(c => Points(c, metric))
        .GroupBy(p => p.X)
        .Where(epoch => epoch.Count() == group.Cells.Count)
        .Select(epoch => (epoch.Key, epoch.Sum(p => p.Y) / epoch.Count()));

    private static IEnumerable<(double X, double Y)> Points(CellRecord cell, MetricDescription metric) => cell.Epochs
        .Select(e => (e.Epoch, Value: e.Find(metric.Name)))
        .Where(e => e.Value is not null)
        .Select(e => ((double)e.Epoch, e.Value!.Value * metric.Factor));

    /// <returns>Null when no point has a place.</returns>
    private static XElement? Line(Panel panel, IEnumerable<(double X, double Y)> points, Stroke stroke) =>
        PathData.Lines(panel.Places(points)) is { Length: > 0 } data ? Svg.Path(data, stroke) : null;
}
