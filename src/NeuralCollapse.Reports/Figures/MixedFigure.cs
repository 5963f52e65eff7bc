using System.Xml.Linq;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>
/// Curves of mixed samples over lambda after the last epoch, a panel for each value of the first axis, all with the same scale.
/// </summary>
internal sealed record MixedFigure
{
    private const double PredictionWidth = 4;
    private const double Lightness = 0.3;

    private static readonly Axis Lambda = Axis.Linear([0.5, 1]);

    public required string Name { get; init; }

    public required string Title { get; init; }

    public required string Explanation { get; init; }

    /// <summary>Left of the first panel of a row.</summary>
    public required string YTitle { get; init; }

    /// <summary>What is drawn of each group.</summary>
    public required IReadOnlyList<MixedCurve> Curves { get; init; }

    /// <summary>Thin lines from lambda = 1/2 to 1 to compare with, by their values at both ends.</summary>
    public required IReadOnlyList<(double AtHalf, double AtOne)> References { get; init; }

    /// <summary>Name of the thin lines.</summary>
    public required string ReferenceName { get; init; }

    /// <summary>Whether groups that do not mix are drawn for comparison, lighter.</summary>
    public required bool ShowsUnmixed { get; init; }

    /// <returns>Null when theory predicts nothing of any cell.</returns>
    public Figure? Draw(ExperimentSummary summary)
    {
        if (MixedChoice.Of(summary) is not { } choice)
            return null;
        var groups = Drawn(choice);
        var styles = new GroupStyles(choice.Shown);
        var columns = styles.Firsts.Count switch { 4 => 2, var n => Math.Min(n, 3) };
        var grid = new PanelGrid { Columns = columns, Rows = (styles.Firsts.Count + columns - 1) / columns, PanelHeight = 82 };
        var values = References.SelectMany(r => new[] { r.AtHalf, r.AtOne })
            .Concat(Curves.SelectMany(c => Course.Values(groups, c.Measured).Concat(Course.Values(groups, c.Predicted))));
        var scale = Axis.Linear(values);
        var panels = styles.Firsts.Select((first, i) => DrawPanel(choice, styles, first, new()
        {
            Left = grid.Left(i % columns),
            Top = grid.Top(i / columns),
            Width = grid.PanelWidth,
            Height = grid.PanelHeight,
            X = Lambda,
            Y = scale,
            Title = first,
            XTitle = i + columns >= styles.Firsts.Count ? "λ" : "",
            YTitle = i % columns == 0 ? YTitle : "",
        }));
        var (lines, dashes) = (Key(styles), Dashes(choice, styles));
        var height = grid.Height + 4 + Legend.Height(lines, dashes);
        return new()
        {
            Name = Name,
            Title = Title,
            Explanation = Explanation + MixedCurves.LeftOut(groups) + ShownGroups.Note(choice.Shown.Groups.Count, choice.All),
            Cells = [.. groups.SelectMany(g => g.Cells).Select(c => c.Id)],
            Height = height,
            Svg = Svg.Document(PageGeometry.ContentWidth, height, [.. panels, .. Legend.Draw(grid.Height + 2, lines, dashes)]),
        };
    }

    private XElement DrawPanel(MixedChoice choice, GroupStyles styles, string first, Panel panel)
    {
        var groups = Drawn(choice).Where(g => GroupName.First(g) == first).ToList();
        return panel.Draw(
        [
            .. groups.SelectMany(g => Curves.SelectMany(c => DrawPrediction(panel, g, c.Predicted))),
            .. References.Select(r => Svg.Line(panel.XOf(0.5), panel.YOf(r.AtHalf), panel.XOf(1), panel.YOf(r.AtOne), Reference)),
            .. groups.SelectMany(g => Curves.SelectMany(c =>
                Course.Draw(panel, g, c.Measured, styles.Colour(g), styles.Dash(g), choice.Mixes(g) ? 1 : Lightness))),
            .. Curves.Where(c => c.Letter.Length > 0).Select(c =>
                Svg.Text(panel.Left + panel.Width + 3, panel.YOf(c.LetterAt) + 2.3, c.Letter, Lettering.Axis)),
        ]);
    }

    private List<SummaryGroup> Drawn(MixedChoice choice) => [.. choice.Shown.Groups.Where(g => ShowsUnmixed || choice.Mixes(g))];

    private static Stroke Reference => new(Palette.Quiet, 0.5, Palette.Dashes[2]);

    private static Stroke Prediction => new(Palette.Rule, PredictionWidth);

    /// <summary>The mean over those seeds of which there is a prediction.</summary>
    private static IEnumerable<XElement> DrawPrediction(Panel panel, SummaryGroup group, CellCurve curve)
    {
        var predicted = group.Cells.Where(c => MixedSamples.Last(c).IsPredicted).ToList();
        return Course.DrawMean(panel, group with { Cells = predicted }, curve, Prediction);
    }

    private List<LegendEntry> Key(GroupStyles styles) =>
    [
        new("measured (in the colour of the panel)", new(styles.Colour(styles.Firsts[0]), 1.3)),
        new("predicted", Prediction),
        new(ReferenceName, Reference),
    ];

    private List<LegendEntry> Dashes(MixedChoice choice, GroupStyles styles) =>
    [
        .. styles.Others.Where(o => o.Length > 0 && (ShowsUnmixed || choice.Mixes(o))).Select(o =>
            new LegendEntry(o, new(Palette.Ink, 1.3, styles.Dash(o), choice.Mixes(o) ? 1 : Lightness))),
    ];
}

/// <summary>A quantity over lambda, with its prediction.</summary>
/// <param name="Measured">In units of alpha of same-class samples.</param>
/// <param name="Predicted">In the same units.</param>
/// <param name="Letter">Its name at the right edge of a panel; empty when there is but one.</param>
/// <param name="LetterAt">The value beside which it stands.</param>
internal sealed record MixedCurve(CellCurve Measured, CellCurve Predicted, string Letter, double LetterAt);
