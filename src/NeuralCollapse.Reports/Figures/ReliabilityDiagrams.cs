using System.Xml.Linq;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>Accuracy by confidence on the test set after the last epoch, a panel for each value of the first axis.</summary>
internal static class ReliabilityDiagrams
{
    private const int MostColumns = 4;

    private static readonly Axis Percent = Axis.Linear([0, 100]);

    /// <returns>Null when no cell has a reliability table.</returns>
    public static Figure? Draw(ExperimentSummary summary)
    {
        var cells = summary.Groups.SelectMany(g => g.Cells).Where(c => c.Reliability.Count > 0).ToList();
        if (cells.Count == 0)
            return null;
        var styles = new GroupStyles(summary);
        var columns = Math.Min(MostColumns, styles.Firsts.Count);
        var grid = new PanelGrid { Columns = columns, Rows = (styles.Firsts.Count + columns - 1) / columns, PanelHeight = 70 };
        var panels = styles.Firsts.Select((first, i) => DrawPanel(summary, styles, grid, first, i % columns, i / columns));
        var legend = styles.Others.Where(o => o.Length > 0).Select(o => new LegendEntry(o, new(Palette.Ink, 1.3, styles.Dash(o)))).ToList();
        var height = grid.Height + 4 + Legend.Height(legend);
        return new()
        {
            Name = "reliability",
            Title = "Reliability of the test predictions after the last epoch.",
            Explanation =
                "Accuracy against mean confidence in 15 bins of equal width, with all seeds pooled; empty bins are left out, and the " +
                "area of a dot grows with its share of the predictions. On the grey diagonal confidence equals accuracy; above it the " +
                "network is underconfident.",
            Cells = [.. cells.Select(c => c.Id)],
            Height = height,
            Svg = Svg.Document(PageGeometry.ContentWidth, height, [.. panels, .. Legend.Draw(grid.Height + 2, legend)]),
        };
    }

    private static XElement DrawPanel(ExperimentSummary summary, GroupStyles styles, PanelGrid grid, string first, int column, int row)
    {
        var panel = new Panel
        {
            Left = grid.Left(column),
            Top = grid.Top(row),
            Width = grid.PanelWidth,
            Height = grid.PanelHeight,
            X = Percent,
            Y = Percent,
            Title = first,
            XTitle = "Confidence (%)",
            YTitle = column == 0 ? "Accuracy (%)" : "",
        };
        var diagonal = Svg.Line(panel.XOf(0), panel.YOf(0), panel.XOf(100), panel.YOf(100), new(Palette.Rule, 0.8));
        return panel.Draw([diagonal, .. GroupName.With(summary, first).SelectMany(g => Curve(panel, g, styles))]);
    }

    private static IEnumerable<XElement> Curve(Panel panel, SummaryGroup group, GroupStyles styles)
    {
        var bins = Pooled(group).ToList();
        if (bins.Count == 0)
            yield break;
        yield return Svg.Path(
            PathData.Lines(bins.Select(b => (panel.XOf(b.Confidence), panel.YOf(b.Accuracy)))),
            new(styles.Colour(group), 0.9, styles.Dash(group)));
        foreach (var (confidence, accuracy, share) in bins)
            yield return Svg.Circle(panel.XOf(confidence), panel.YOf(accuracy), 0.8 + (3 * Math.Sqrt(share)), styles.Colour(group));
    }

    /// <summary>Bins of all seeds together, in per cent, without empty ones.</summary>
    private static IEnumerable<(double Confidence, double Accuracy, double Share)> Pooled(SummaryGroup group)
    {
        var bins = group.Cells.SelectMany(c => c.Reliability).Where(b => b.Count > 0).ToList();
        var total = (double)bins.Sum(b => b.Count);
        return bins.GroupBy(b => b.Lower).OrderBy(b => b.Key).Select(bin =>
        {
            var count = (double)bin.Sum(b => b.Count);
            return (100 * bin.Sum(b => b.Count * b.MeanConfidence) / count, 100 * bin.Sum(b => b.Count * b.Accuracy) / count, count / total);
        });
    }
}
