using System.Xml.Linq;
using NeuralCollapse.Measures;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>Accuracy and loss over the epochs, a column of panels for each value of the first axis.</summary>
internal static class LearningCurves
{
    private const int MostColumns = 4;
    private const double ClosestLabels = 0.1;

    private const string RunningNote =
        " The thinnest grey lines are means over the seeds of what each epoch of training showed by itself, of its samples as they were " +
        "trained on: mixed where the cell mixes, and each batch before its step.";

    /// <summary>Of the curve of every epoch, which is to lie behind what was measured.</summary>
    private static readonly Stroke Running = new(Palette.Quiet, 0.5, Opacity: 0.8);

    private static readonly Quantity[] Quantities =
    [
        new(Accuracy.OnTest, Accuracy.OnTrain, point => point.Accuracy, "Accuracy (%)"),
        new(MeanLoss.OnTest, MeanLoss.OnTrain, point => point.Objective, "Loss"),
    ];

    /// <returns>Null when neither was measured over the epochs.</returns>
    public static Figure? Draw(ExperimentSummary summary)
    {
        var quantities = Quantities.Where(q => summary.Groups.Any(g => g.Find(q.Test.Name) is not null || g.Find(q.Train.Name) is not null)).ToList();
        if (quantities.Count == 0 || Course.Epochs(summary).Count < 2)
            return null;
        var styles = new GroupStyles(summary);
        var columns = Math.Min(MostColumns, styles.Firsts.Count);
        var bands = (styles.Firsts.Count + columns - 1) / columns;
        var grid = new PanelGrid { Columns = columns, Rows = bands * quantities.Count, PanelHeight = 92 };
        var panels = new List<XElement>();
        for (var i = 0; i < styles.Firsts.Count; i++)
        {
            for (var q = 0; q < quantities.Count; q++)
            {
                panels.Add(DrawPanel(
                    summary, styles, grid, styles.Firsts[i], quantities[q], i % columns, (i / columns * quantities.Count) + q,
                    isHighest: q == 0, isLowest: q == quantities.Count - 1));
            }
        }

        var hasRunning = summary.Groups.Any(g => g.Cells.Any(c => c.Curve.Count > 0));
        var legend = Key(styles, hasRunning);
        var height = grid.Height + 4 + Legend.Height(legend);
        return new()
        {
            Name = "learning-curves",
            Title = "Accuracy and loss during training.",
            Explanation =
                "Measured on unmixed samples after the epochs marked on the axis, in evaluation mode. Thick lines are means over the seeds, " +
                "thin lines are single seeds. Each panel has its own vertical axis; the loss is the one that the cells of the column " +
                "are trained with, so that its scale differs between columns." + (hasRunning ? RunningNote : ""),
            Cells = [.. summary.Groups.SelectMany(g => g.Cells).Select(c => c.Id)],
            Height = height,
            Svg = Svg.Document(PageGeometry.ContentWidth, height, [.. panels, .. Legend.Draw(grid.Height + 2, legend)]),
        };
    }

    private static XElement DrawPanel(
        ExperimentSummary summary, GroupStyles styles, PanelGrid grid, string first, Quantity quantity,
        int column, int row, bool isHighest, bool isLowest)
    {
        var isLogarithmic = quantity.Test.IsLogarithmic;
        var (test, train) = (MetricCurve.Of(quantity.Test), MetricCurve.Of(quantity.Train));
        var groups = GroupName.With(summary, first).ToList();
        var values = Course.Values(groups, test).Concat(Course.Values(groups, train)).Concat(Course.Values(groups, quantity.Running));
        var panel = new Panel
        {
            Left = grid.Left(column),
            Top = grid.Top(row),
            Width = grid.PanelWidth,
            Height = grid.PanelHeight,
            X = Axis.Epochs(Course.Epochs(summary), ClosestLabels),
            Y = isLogarithmic ? Axis.Log(values) : Axis.Linear(values),
            Title = isHighest ? first : "",
            XTitle = isLowest ? CurvePanels.XTitle : "",
            YTitle = column == 0 ? quantity.Title : "",
        };
        return panel.Draw(
        [
            .. groups.SelectMany(g => Course.DrawMean(panel, g, quantity.Running, Running with { Dash = styles.Dash(g) })),
            .. groups.SelectMany(g => Enumerable.Concat(
                Course.Draw(panel, g, train, Palette.Quiet, styles.Dash(g)),
                Course.Draw(panel, g, test, styles.Colour(g), styles.Dash(g)))),
        ]);
    }

    private static List<LegendEntry> Key(GroupStyles styles, bool hasRunning) =>
    [
        new("test (in the colour of the column)", new(styles.Colour(styles.Firsts[0]), 1.3)),
        new("training set", new(Palette.Quiet, 1.3)),
        .. hasRunning ? (LegendEntry[])[new("every epoch, as trained on", Running)] : [],
        .. styles.Others.Where(o => o.Length > 0).Select(o => new LegendEntry(o, new(Palette.Ink, 1.3, styles.Dash(o)))),
    ];
}

/// <summary>What is drawn in a row of panels: a metric of the test set, the same of the training set in grey, and of every epoch as it was trained on.</summary>
internal sealed record Quantity(Metric Test, Metric Train, Func<CurvePoint, double> OfEpoch, string Title)
{
    /// <summary>Every epoch of training, in the unit of the metrics.</summary>
    public IEnumerable<(double X, double Y)> Running(CellRecord cell) => cell.Curve.Select(point => ((double)point.Epoch, OfEpoch(point) * Train.Factor));
}
