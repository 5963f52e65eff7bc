using System.Xml.Linq;
using NeuralCollapse.Measures;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>Curves of all groups, a panel for each quantity, over the epochs or over something else.</summary>
internal static class CurvePanels
{
    private const int Columns = 3;
    private const double ClosestLabels = 0.08;

    /// <summary>Of every axis of epochs: measured ever more rarely, they are drawn so.</summary>
    public const string XTitle = "Epoch (logarithmic)";

    /// <summary>Over the epochs.</summary>
    /// <param name="summary">The groups to draw.</param>
    /// <param name="name">Of the figure's file.</param>
    /// <param name="title">First sentence of the caption.</param>
    /// <param name="explanation">The caption goes on; what the lines are is added to it.</param>
    /// <param name="candidates">Quantities; those that no cell measured are left out.</param>
    /// <returns>Null when nothing was measured, or after one epoch only.</returns>
    public static Figure? OverEpochs(ExperimentSummary summary, string name, string title, string explanation, IEnumerable<CurvePanel> candidates) =>
        Course.Epochs(summary) is { Count: > 1 } epochs ? Over(Axis.Epochs(epochs, ClosestLabels), XTitle, summary, name, title, explanation, candidates) : null;

    /// <summary>Over what all panels have as their horizontal axis; otherwise as <see cref="OverEpochs"/>.</summary>
    /// <returns>Null when nothing was measured.</returns>
    public static Figure? Over(
        Axis x, string xTitle, ExperimentSummary summary, string name, string title, string explanation, IEnumerable<CurvePanel> candidates)
    {
        var shown = candidates.Where(p => Course.Values(summary.Groups, p.Curve).Any(double.IsFinite)).ToList();
        if (shown.Count == 0)
            return null;
        var styles = new GroupStyles(summary);
        var grid = new PanelGrid { Columns = Columns, Rows = (shown.Count + Columns - 1) / Columns, PanelHeight = 100 };
        var panels = shown.Select((panel, i) => DrawPanel(summary, styles, grid, panel, i, x, i + Columns >= shown.Count ? xTitle : ""));
        var colours = styles.Firsts.Where(f => f.Length > 0).Select(f => new LegendEntry(f, new(styles.Colour(f), 1.3))).ToList();
        var dashes = styles.Others.Where(o => o.Length > 0).Select(o => new LegendEntry(o, new(Palette.Ink, 1.3, styles.Dash(o)))).ToList();
        var height = grid.Height + 4 + Legend.Height(colours, dashes);
        return new()
        {
            Name = name,
            Title = title,
            Explanation = $"{explanation} {Course.Reading(summary.Groups)}",
            Cells = [.. summary.Groups.SelectMany(g => g.Cells).Select(c => c.Id)],
            Height = height,
            Svg = Svg.Document(PageGeometry.ContentWidth, height, [.. panels, .. Legend.Draw(grid.Height + 2, colours, dashes)]),
        };
    }

    private static XElement DrawPanel(
        ExperimentSummary summary, GroupStyles styles, PanelGrid grid, CurvePanel shown, int index, Axis x, string xTitle)
    {
        var values = Course.Values(summary.Groups, shown.Curve);
        var panel = new Panel
        {
            Left = grid.Left(index % Columns),
            Top = grid.Top(index / Columns),
            Width = grid.PanelWidth,
            Height = grid.PanelHeight,
            X = x,
            Y = shown.IsLogarithmic ? Axis.Log(values) : Axis.Linear(values),
            Title = shown.Title,
            XTitle = xTitle,
        };
        return panel.Draw(Course.DrawAll(panel, summary.Groups, shown.Curve, styles));
    }
}

/// <summary>What a panel shows.</summary>
internal sealed record CurvePanel(string Title, bool IsLogarithmic, CellCurve Curve)
{
    /// <summary>A metric over the epochs.</summary>
    public static CurvePanel Of(Metric metric) => new(metric.TitleWithUnit, metric.IsLogarithmic, MetricCurve.Of(metric));
}
