using System.Xml.Linq;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>Measures of neural collapse over the epochs, a panel for each.</summary>
internal static class CollapseCurves
{
    private const int Columns = 3;
    private const double ClosestLabels = 0.08;

    private static readonly string[] Main =
        ["nc1", "nc2-equinorm-means", "nc2-equiangular-means", "nc3-distance-squared", "nc3-structure", "nc4-agreement"];

    private static readonly string[] More =
        ["cdnv", "nc2-etf-means", "nc2-etf-weights", "nc1-quotient", "nc2-equinorm-weights", "nc2-equiangular-weights"];

    /// <summary>The four properties of neural collapse.</summary>
    public static Figure DrawMain(ExperimentSummary summary) => Draw(
        summary, "collapse-curves", "Neural collapse during training.", Main,
        "NC1 and NC3 on logarithmic axes. All but the agreement of NC4 fall to 0 at perfect collapse.");

    /// <summary>Other ways to measure the same, and the classifier's side of them.</summary>
    public static Figure DrawMore(ExperimentSummary summary) => Draw(
        summary, "collapse-curves-more", "Further measures of collapse during training.", More,
        "CDNV and the quotient measure within-class variability without inverting a matrix; the others compare class means and classifier " +
        "with a simplex. All fall to 0 at perfect collapse.");

    private static Figure Draw(ExperimentSummary summary, string name, string title, string[] candidates, string reading)
    {
        var styles = new GroupStyles(summary);
        var metrics = candidates.Where(m => summary.Groups.Any(g => g.Find(m) is not null)).Select(MetricCatalogue.Of).ToList();
        var grid = new PanelGrid { Columns = Columns, Rows = (metrics.Count + Columns - 1) / Columns, PanelHeight = 100 };
        var panels = metrics.Select((metric, i) => DrawPanel(summary, styles, grid, metric, i, i + Columns >= metrics.Count));
        var colours = styles.Firsts.Where(f => f.Length > 0).Select(f => new LegendEntry(f, new(styles.Colour(f), 1.3))).ToList();
        var dashes = styles.Others.Where(o => o.Length > 0).Select(o => new LegendEntry(o, new(Palette.Ink, 1.3, styles.Dash(o)))).ToList();
        var height = grid.Height + 4 + Legend.Height(colours, dashes);
        return new()
        {
            Name = name,
            Title = title,
            Explanation = $"Of the unmixed training samples. {reading} Thick lines are means over the seeds, thin lines single seeds.",
            Cells = [.. summary.Groups.SelectMany(g => g.Cells).Select(c => c.Id)],
            Height = height,
            Svg = Svg.Document(PanelGrid.FigureWidth, height, [.. panels, .. Legend.Draw(grid.Height + 2, colours, dashes)]),
        };
    }

    private static XElement DrawPanel(
        ExperimentSummary summary, GroupStyles styles, PanelGrid grid, MetricDescription metric, int index, bool isLowest)
    {
        var values = Course.Values(summary.Groups, metric);
        var panel = new Panel
        {
            Left = grid.Left(index % Columns),
            Top = grid.Top(index / Columns),
            Width = grid.PanelWidth,
            Height = grid.PanelHeight,
            X = Axis.Epochs(Course.Epochs(summary), ClosestLabels),
            Y = metric.IsLogarithmic ? Axis.Log(values) : Axis.Linear(values),
            Title = metric.TitleWithUnit,
            XTitle = isLowest ? "Epoch" : "",
        };
        return panel.Draw(summary.Groups.SelectMany(g => Course.Draw(panel, g, metric, styles.Colour(g), styles.Dash(g))));
    }
}
