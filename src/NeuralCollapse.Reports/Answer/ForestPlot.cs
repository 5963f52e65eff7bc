using System.Globalization;
using System.Xml.Linq;
using NeuralCollapse.Measures;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>What mixup does to NC1, a row for each comparison: the ratio with its interval, on one logarithmic axis.</summary>
internal static class ForestPlot
{
    private const double RowHeight = 10.5;
    private const double HeadHeight = 16;
    private const double Top = 12;
    private const double LabelWidth = 178;
    private const double NumbersWidth = 104;
    private const double AxisHeight = 26;

    /// <summary>An interval over more than this factor is cut at the edges of the axis, which it would else stretch until nothing else could be read.</summary>
    private const double Widest = 30;

    private static readonly Stroke Unity = new(Palette.Quiet, 0.7, "2 2");

    /// <summary>Null where no experiment trains both with mixup and without.</summary>
    public static Figure? Draw(IReadOnlyList<MixupEffect> effects)
    {
        if (effects.Count == 0)
            return null;
        var experiments = effects.GroupBy(effect => effect.Experiment).ToList();
        var height = Top + (experiments.Count * HeadHeight) + (effects.Count * RowHeight);
        var panel = new Panel
        {
            Left = LabelWidth,
            Top = Top,
            Width = PageGeometry.ContentWidth - LabelWidth - NumbersWidth,
            Height = height - Top,
            X = Axis.Log(effects.SelectMany(effect => Ends(effect.Ratio)).Concat([0.9, 1.1])),
            Y = new(new LinearScale(0, 1), []),
            XTitle = "NC1 with mixup / NC1 without",
        };
        return new()
        {
            Name = "mixup-effects",
            Title = "What mixup does to NC1, by experiment.",
            Explanation =
                "Each row is a ratio of within-class variability after the last epoch, with mixup over without, paired by seed: geometric mean and 95 % t interval, " +
                "with n seeds. Filled: the interval excludes 1; open: it does not, or there are fewer than three seeds, of which no interval is drawn." +
                (effects.Any(effect => IsCut(effect.Ratio)) ? " An arrow goes on beyond the axis." : ""),
            Cells = [.. effects.SelectMany(effect => effect.Cells).Distinct()],
            Height = height + AxisHeight,
            Svg = Svg.Document(PageGeometry.ContentWidth, height + AxisHeight, [panel.Draw([Svg.Line(panel.XOf(1), Top, panel.XOf(1), height, Unity), .. Heads(), .. Rows(panel, experiments)])]),
        };
    }

    private static IEnumerable<XElement> Heads() =>
    [
        Svg.Text(NumbersRight, Top - 3, "ratio [95 %]", Lettering.Tick.Anchored("end")),
        Svg.Text(PageGeometry.ContentWidth, Top - 3, "n", Lettering.Tick.Anchored("end")),
    ];

    private static IEnumerable<XElement> Rows(Panel panel, IEnumerable<IGrouping<string, MixupEffect>> experiments)
    {
        var y = Top;
        foreach (var experiment in experiments)
        {
            yield return Svg.Text(0, y + 12, experiment.Key, Lettering.Title);
            y += HeadHeight;
            foreach (var effect in experiment)
            {
                var middle = y + (RowHeight / 2);
                yield return Svg.Text(8, middle + 2.5, effect.Name, Lettering.Axis.Within(LabelWidth - 14, effect.Name));
                foreach (var element in Row(panel, effect.Ratio, middle))
                    yield return element;
                y += RowHeight;
            }
        }
    }

    private static IEnumerable<XElement> Row(Panel panel, Estimate ratio, double y)
    {
        const double radius = 2.2;
        var interval = Interval(ratio);
        if (interval is { } shown)
        {
            var (left, right) = (Math.Max(panel.XOf(shown.Low), panel.Left), Math.Min(panel.XOf(shown.High), panel.Left + panel.Width));
            yield return Svg.Line(left, y, right, y, new(Palette.Blue, 1.1));
            if (left == panel.Left)
                yield return Svg.Polygon([(left - 3, y), (left + 2, y - 2), (left + 2, y + 2)], Palette.Blue);
            if (right == panel.Left + panel.Width)
                yield return Svg.Polygon([(right + 3, y), (right - 2, y - 2), (right - 2, y + 2)], Palette.Blue);
        }

        var x = panel.XOf(ratio.Value);
        if (x >= panel.Left && x <= panel.Left + panel.Width)
        {
            yield return Svg.Circle(x, y, radius, Palette.Blue);
            if (interval is not { } known || known.Contains(new(1, 1)))
                yield return Svg.Circle(x, y, radius - 0.9, "#ffffff");
        }

        var text = interval is { } told ? $"{Text(ratio.Value)} [{Text(told.Low)}, {Text(told.High)}]" : Text(ratio.Value);
        yield return Svg.Text(NumbersRight, y + 2.5, text, Lettering.Axis.Anchored("end"));
        yield return Svg.Text(PageGeometry.ContentWidth, y + 2.5, Numbers.Format(ratio.N), Lettering.Tick.Anchored("end"));
    }

    private static double NumbersRight => PageGeometry.ContentWidth - 18;

    /// <summary>None of two seeds: it would be as wide as the page and say nothing.</summary>
    private static Interval? Interval(Estimate ratio) => ratio.N < 3 ? null : ratio.ConfidenceInterval();

    /// <summary>Whether its seeds scatter so widely that the axis does not hold it.</summary>
    public static bool IsCut(Estimate ratio) => Interval(ratio) is { } interval && interval.High / interval.Low > Widest;

    /// <summary>What the axis must hold.</summary>
    private static IEnumerable<double> Ends(Estimate ratio) => IsCut(ratio) ? [] : Interval(ratio) is { } interval ? [interval.Low, interval.High] : [ratio.Value];

    /// <summary>A ratio in as many digits as it needs.</summary>
    public static string Text(double ratio) => ratio.ToString(ratio < 9.995 ? "0.00" : ratio < 9999.5 ? "0" : "0e0", CultureInfo.InvariantCulture);
}
