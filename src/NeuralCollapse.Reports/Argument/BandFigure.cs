using System.Xml.Linq;
using NeuralCollapse.Measures;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>One curve for each point of an experiment: the mean over the seeds in a band of its 95 % t interval, in panels.</summary>
internal sealed record BandFigure
{
    private const double MeanWidth = 1.2, PredictionWidth = 3.4, Pale = 0.18;
    private const double PanelHeight = 76, LowPanelHeight = 66;

    private static readonly Stroke Prediction = new(Palette.Rule, PredictionWidth), Dotted = new(Palette.Quiet, 0.5, Palette.Dashes[2]);

    public required string Name { get; init; }

    public required string Title { get; init; }

    public required string Explanation { get; init; }

    public required Facets Facets { get; init; }

    /// <summary>What is drawn of a cell.</summary>
    public required CellCurve Curve { get; init; }

    /// <summary>What theory says of it; null for nothing.</summary>
    public CellCurve? Predicted { get; init; }

    /// <summary>Whether the vertical axis, and the mean, are those of the logarithm.</summary>
    public required bool IsLogarithmic { get; init; }

    public required Axis X { get; init; }

    public required string XTitle { get; init; }

    public required string YTitle { get; init; }

    /// <summary>A value to compare with, drawn as a thin line; null for none.</summary>
    public double? Reference { get; init; }

    /// <returns>Null when there is nothing to draw.</returns>
    public Figure? Draw()
    {
        // Groups of which the seeds do not agree would stretch the axis until the others could not be told apart.
        var steady = Facets.Groups.Where(group => !Estimates(group).Any(e => IsWild(e.Estimate))).ToList();
        var values = Course.Values(steady.Count > 0 ? steady : Facets.Groups, Curve).Concat(Predicted is null ? [] : Course.Values(Facets.Groups, Predicted)).Where(double.IsFinite).ToList();
        if (values.Count == 0)
            return null;
        var grid = new PanelGrid { Columns = Facets.Across, Rows = Facets.Down, PanelHeight = Facets.Down > 2 ? LowPanelHeight : PanelHeight };
        var y = IsLogarithmic ? Axis.Log(values) : Axis.Linear(values);
        List<LegendEntry> legend =
        [
            .. Facets.Lines.Select(line => new LegendEntry(line.Length > 0 ? line : "measured", new(Colour(line), MeanWidth))),
            .. Predicted is null ? (LegendEntry[])[] : [new("predicted", Prediction)],
        ];
        var height = grid.Height + 4 + Legend.Height(legend);
        return new()
        {
            Name = Name,
            Title = Title,
            Explanation = Explanation + Facets.Note,
            Cells = [.. Facets.Groups.SelectMany(group => group.Cells).Select(cell => cell.Id)],
            Height = height,
            Svg = Svg.Document(PageGeometry.ContentWidth, height, [.. Facets.Panels.Select(facet => DrawPanel(grid, y, facet)), .. Legend.Draw(grid.Height + 2, legend)]),
        };
    }

    private string Colour(string line) => Palette.Categories[Facets.Lines.TakeWhile(other => other != line).Count() % Palette.Categories.Count];

    private XElement DrawPanel(PanelGrid grid, Axis y, Facet facet)
    {
        var panel = new Panel
        {
            Left = grid.Left(facet.Column),
            Top = grid.Top(facet.Row),
            Width = grid.PanelWidth,
            Height = grid.PanelHeight,
            X = X,
            Y = y,
            Title = facet.Above,
            XTitle = facet.IsLowest ? XTitle : "",
            YTitle = facet.Column > 0 ? "" : facet.Beside.Length == 0 ? YTitle : $"{facet.Beside.Split(',')[0]}: {YTitle}",
        };
        return panel.Draw(
        [
            .. Predicted is null ? [] : facet.Groups.SelectMany(group => Course.DrawMean(
                panel, group with { Cells = [.. group.Cells.Where(cell => Predicted(cell).Any())] }, Predicted, Prediction)),
            .. Reference is { } reference ? (XElement[])[Svg.Line(panel.Left, panel.YOf(reference), panel.Left + panel.Width, panel.YOf(reference), Dotted)] : [],
            .. facet.Groups.Select(group => Band(panel, group)).OfType<XElement>(),
            .. facet.Groups.SelectMany(group => Mean(panel, group)),
        ]);
    }

    private IEnumerable<XElement> Mean(Panel panel, SummaryGroup group) =>
        PathData.Lines(Estimates(group).Where(e => panel.X.Scale.Takes(e.X)).Select(e => (panel.XOf(e.X), Within(panel, Raised(e.Estimate.Value))))) is { Length: > 0 } data
            ? [Svg.Path(data, new(Colour(Facets.LineOf(group)), MeanWidth))]
            : [];

    private XElement? Band(Panel panel, SummaryGroup group)
    {
        var ends = Estimates(group).Where(e => e.Estimate.IsJudged).Select(e => (e.X, Interval: e.Estimate.ConfidenceInterval()!.Value)).ToList();
        return ends.Count < 2 ? null : Svg.Band(
            [.. ends.Select(e => (panel.XOf(e.X), Within(panel, Raised(e.Interval.High)))), .. Enumerable.Reverse(ends).Select(e => (panel.XOf(e.X), Within(panel, Raised(e.Interval.Low))))],
            Colour(Facets.LineOf(group)), Pale);
    }

    /// <summary>Whether seeds leave a value open by more than a factor of 30, or by more than 2.</summary>
    private bool IsWild(Estimate estimate) => estimate.IsJudged && estimate.ConfidenceInterval() is { } interval && interval.High - interval.Low > (IsLogarithmic ? Math.Log(ForestPlot.Widest) : 2);

    /// <summary>Curves and bands end at the edges of the panel.</summary>
    private static double Within(Panel panel, double value) =>
        panel.Y.Scale.Takes(value) ? Math.Clamp(panel.YOf(value), panel.Top, panel.Top + panel.Height) : value > 0 ? panel.Top : panel.Top + panel.Height;

    private double Raised(double value) => IsLogarithmic ? Math.Exp(value) : value;

    /// <summary>At each X at which all seeds have a value.</summary>
    private IEnumerable<(double X, Estimate Estimate)> Estimates(SummaryGroup group) => group.Cells
        .SelectMany(cell => Curve(cell))
        .Where(point => double.IsFinite(point.Y) && (!IsLogarithmic || point.Y > 0))
        .GroupBy(point => point.X)
        .Where(at => at.Count() == group.Cells.Count)
        .OrderBy(at => at.Key)
        .Select(at => (at.Key, new Replicates(at.Select(point => IsLogarithmic ? Math.Log(point.Y) : point.Y)).Estimate));
}
