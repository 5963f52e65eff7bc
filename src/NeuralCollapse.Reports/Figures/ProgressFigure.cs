using System.Xml.Linq;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Reports;

/// <summary>
/// How far a cell has come that is not recorded yet: its learning curves, beside them the newest projection, and its collapse curves below.
/// </summary>
internal static class ProgressFigure
{
    private const double Heading = 22;
    private const double Gap = 8;
    private const double BesideCurves = 290;
    private const double Title = 16;

    public static Figure Draw(RunningCell cell)
    {
        var (summary, projection) = (Alone(cell), Projections.Last(cell.SoFar));
        var (learning, collapse) = (LearningCurves.Draw(summary), CollapseCurves.DrawMain(summary));
        var epochs = Numbers.Format(cell.Epochs);
        var state = cell.Epoch == cell.Epochs ? $"trained for {epochs} epochs" : $"running: epoch {Numbers.Format(cell.Epoch)} of {epochs}";
        List<XElement> content =
        [
            Svg.Text(Gap, 10, cell.SoFar.Label, Lettering.Title.Within(0.7 * PageGeometry.ContentWidth, cell.SoFar.Label)),
            Svg.Text(PageGeometry.ContentWidth - Gap, 10, state, Lettering.Title.Anchored("end") with { Colour = Palette.Vermilion }),
        ];
        var (curves, panel) = (learning?.Height ?? 0, 0.0);
        if (learning is not null)
            content.Add(Svg.Placed(0, Heading, learning.Svg));
        if (projection is not null)
        {
            var left = learning is null ? Gap : BesideCurves;
            var side = PageGeometry.ContentWidth - BesideCurves - Gap;
            var title = $"Last-layer features after epoch {Numbers.Format(projection.Epoch)}";
            content.Add(Svg.Text(left, Heading + Title - 5, title, Lettering.Title));
            content.Add(new ProjectionPanel(projection) { Left = left, Top = Heading + Title, Side = side }.Draw());
            panel = Math.Max(curves, Title + side + Gap);
            content.AddRange(ProjectionLegend.Draw(Gap, Heading + panel));
            panel += ProjectionLegend.Height;
        }

        var height = Heading + Math.Max(curves, panel);
        if (collapse is not null)
        {
            content.Add(Svg.Placed(0, height + Gap, collapse.Svg));
            height += Gap + collapse.Height;
        }

        return new()
        {
            Name = $"running-{cell.SoFar.Id}",
            Title = $"{cell.SoFar.Label}, {state}.",
            Explanation =
                "This cell is not recorded yet and is drawn as far as it had been measured; it takes no part in any mean, table or comparison. The panels " +
                "are those of the figures of recorded cells; curves begin with the second measured epoch.",
            Cells = [cell.SoFar.Id],
            Height = height,
            Svg = Svg.Document(PageGeometry.ContentWidth, height, content),
        };
    }

    /// <summary>The cell as if it were an experiment, its loss as the axis, which gives it the colour that it has in the other figures.</summary>
    private static ExperimentSummary Alone(RunningCell cell) => ExperimentSummary.Of(
        new()
        {
            Experiment = cell.SoFar.Id,
            Title = cell.SoFar.Label,
            Claim = "",
            Verify = new Dictionary<string, Tolerance>(),
            Cells = [new() { Id = cell.SoFar.Id, Axes = [KeyValuePair.Create("loss", KindAttribute.Of(cell.Spec.Loss.GetType()))], Seed = cell.Spec.Seed }],
        },
        [cell.SoFar]);
}
