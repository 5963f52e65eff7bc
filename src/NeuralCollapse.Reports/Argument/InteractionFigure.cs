using System.Xml.Linq;
using NeuralCollapse.Measures;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>What mixup does to NC1, and A, by loss and by architecture: lines that do not run side by side interact.</summary>
internal static class InteractionFigure
{
    private const string Model = "model";

    private const double PanelHeight = 120, Spacing = 0.12;

    /// <returns>Null where there are fewer than two architectures or losses.</returns>
    public static Figure? Draw(ExperimentSummary summary)
    {
        var effects = MixupEffect.All(summary).Where(effect => effect.Levels.Any(level => level.Key == Model) && effect.Ratio.IsJudged && effect.Mixup.Length == 0).ToList();
        var rows = EffectRow.All(summary);
        var names = ShortNames.Of(summary);
        string ModelOf(MixupEffect effect) => names.Of(effect.Levels.First(level => level.Key == Model));
        string OtherOf(MixupEffect effect) => names.Of(effect.Levels.Where(level => level.Key != Model));
        List<string> models = [.. effects.Select(ModelOf).Distinct()];
        List<string> others = [.. effects.Select(OtherOf).Distinct()];
        if (models.Count < 2 || others.Count < 2)
            return null;
        var ratios = effects.Select(effect => (Model: ModelOf(effect), Other: OtherOf(effect), effect.Ratio)).ToList();
        var amplifications = effects.Select(effect => (Model: ModelOf(effect), Other: OtherOf(effect), Row: rows.FirstOrDefault(row => row.Cells.Intersect(effect.Cells).Any())))
            .Where(each => each.Row?.Amplification is { Estimate.IsJudged: true }).Select(each => (each.Model, each.Other, Ratio: each.Row!.Amplification!.Value.Estimate)).ToList();
        var grid = new PanelGrid { Columns = 2, Rows = 1, PanelHeight = PanelHeight };
        var legend = models.Select((model, i) => new LegendEntry(model, new(Colour(i), 1.3, Dash(i)))).ToList();
        var height = grid.Height + 4 + Legend.Height(legend);
        return new()
        {
            Name = "interaction",
            Title = "Losses and architectures together.",
            Explanation =
                $"{Prose.Quoted(summary.Plan.Experiment)}: means over the seeds, geometric ones of ratios, with 95 % t intervals. Where an architecture changed nothing but the level, its line would run beside the others.",
            Cells = [.. effects.SelectMany(effect => effect.Cells).Distinct()],
            Height = height,
            Svg = Svg.Document(PageGeometry.ContentWidth, height,
            [
                DrawPanel(grid, 0, "NC1 with mixup / NC1 without", ratios, models, others, Axis.Log),
                DrawPanel(grid, 1, "A at λ = ½, with mixup", amplifications, models, others, Axis.Linear),
                .. Legend.Draw(grid.Height + 2, legend),
            ]),
        };
    }

    private static string Colour(int model) => Palette.Categories[model % Palette.Categories.Count];

    /// <summary>Where there are more architectures than colours.</summary>
    private static string Dash(int model) => Palette.Dashes[model / Palette.Categories.Count % Palette.Dashes.Count];

    private static XElement DrawPanel(
        PanelGrid grid, int column, string title, List<(string Model, string Other, Estimate Ratio)> values, List<string> models, List<string> others, Func<IEnumerable<double>, Axis> axis)
    {
        var panel = new Panel
        {
            Left = grid.Left(column),
            Top = grid.Top(0),
            Width = grid.PanelWidth,
            Height = grid.PanelHeight,
            X = new(new LinearScale(-0.5, others.Count - 0.5), [.. others.Select((other, i) => new Tick(i, other))]),
            Y = axis(values.SelectMany(value => value.Ratio.ConfidenceInterval() is { } interval ? new[] { interval.Low, interval.High } : [value.Ratio.Value])),
            Title = title,
        };
        return panel.Draw(models.SelectMany((model, m) =>
        {
            double X(string other) => others.IndexOf(other) + (Spacing * (m - ((models.Count - 1) / 2.0)));
            var (colour, points) = (Colour(m), values.Where(value => value.Model == model).OrderBy(value => others.IndexOf(value.Other)).ToList());
            return new[] { Svg.Path(PathData.Lines(points.Select(point => (panel.XOf(X(point.Other)), panel.YOf(point.Ratio.Value)))), new(colour, 0.8, Dash(m), 0.6)) }
                .Concat(points.Where(point => point.Ratio.ConfidenceInterval() is not null).Select(point => Svg.Line(
                    panel.XOf(X(point.Other)), panel.YOf(point.Ratio.ConfidenceInterval()!.Value.Low), panel.XOf(X(point.Other)), panel.YOf(point.Ratio.ConfidenceInterval()!.Value.High), new(colour, 1.1))))
                .Concat(points.Select(point => Svg.Circle(panel.XOf(X(point.Other)), panel.YOf(point.Ratio.Value), 2, colour)));
        }));
    }
}
