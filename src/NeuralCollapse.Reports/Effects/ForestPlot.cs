using System.Globalization;
using System.Xml.Linq;
using NeuralCollapse.Measures;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>What training on mixtures does, a row for each point: NC1 with mixup over NC1 without, and A measured beside A predicted.</summary>
internal static class ForestPlot
{
    private const double RowHeight = 9;
    private const double HeadHeight = 12.5;
    private const double Top = 22;
    private const double AxisHeight = 26;

    /// <summary>From left to right: name, NC1 as a picture and as numbers, A likewise, and the number of seeds.</summary>
    private const double Names = 128, RatioWidth = 116, RatioText = 74, AmplificationWidth = 84, AmplificationText = 56;

    /// <summary>An interval over more than this factor is cut at the edges of the axis, which it would else stretch until nothing else could be read.</summary>
    public const double Widest = 30;

    /// <summary>The axis of A never reaches further: beyond, its units have lost their meaning.</summary>
    private const double LeastAmplification = 0.3, MostAmplification = 3.5;

    private static readonly Stroke Reference = new(Palette.Quiet, 0.7, "2 2");

    /// <param name="name">Of the figure's file.</param>
    /// <param name="title">First sentence of the caption.</param>
    /// <param name="rows">Of any experiments.</param>
    /// <returns>Null without rows.</returns>
    public static Figure? Draw(string name, string title, IReadOnlyList<EffectRow> rows)
    {
        if (rows.Count == 0)
            return null;
        var experiments = rows.GroupBy(row => row.Experiment).ToList();
        var height = Top + (experiments.Count * HeadHeight) + (rows.Count * RowHeight);
        var ratios = new Panel
        {
            Left = Names,
            Top = Top,
            Width = RatioWidth,
            Height = height - Top,
            X = Axis.Log(rows.Select(row => row.Ratio?.Estimate).OfType<Estimate>().SelectMany(Ends).Concat([0.9, 1.1])),
            Y = new(new LinearScale(0, 1), []),
            XTitle = "NC1 with mixup / NC1 without",
        };
        var amplifications = ratios with
        {
            Left = Names + RatioWidth + RatioText + 8,
            Width = AmplificationWidth,
            X = Axis.Linear(rows.SelectMany(Amplifications).Where(a => a is >= LeastAmplification and <= MostAmplification).Concat([0.95, 1.05])),
            XTitle = "A at λ = ½",
        };
        return new()
        {
            Name = name,
            Title = title,
            Explanation =
                "Left: within-class variability NC1 after the last epoch, with mixup over without, paired by seed: geometric mean and 95 % t interval. Right: amplification A of evenly mixed " +
                "samples, 1 on the chord between class means: mean and 95 % t interval, and as a vermilion bar the mean of what theory predicts. n counts the seeds. Filled dots: the interval excludes 1; " +
                "open: it does not, or there are fewer than three seeds, of which no interval is drawn." +
                (rows.Any(row => row.Ratio is { } ratio && IsCut(ratio.Estimate)) ? " An arrow goes on beyond the axis." : "") +
                (rows.Any(row => row.Theory?.Predicted.Mean is < LeastAmplification or > MostAmplification) ? " A prediction beyond the axis is in brackets alone." : ""),
            Cells = [.. rows.SelectMany(row => row.Cells).Distinct()],
            Numbers = [.. rows.SelectMany(PrintedOf)],
            Height = height + AxisHeight,
            Svg = Svg.Document(PageGeometry.ContentWidth, height + AxisHeight,
            [
                ratios.Draw([Svg.Line(ratios.XOf(1), Top, ratios.XOf(1), height, Reference)]),
                amplifications.Draw([Svg.Line(amplifications.XOf(1), Top, amplifications.XOf(1), height, Reference)]),
                .. Heads(amplifications), .. Rows(ratios, amplifications, experiments),
            ]),
        };
    }

    private static IEnumerable<XElement> Heads(Panel amplifications) =>
    [
        Svg.Text(Names, Top - 10, "What mixup does to NC1", Lettering.Title),
        Svg.Text(amplifications.Left, Top - 10, "Where mixed features lie", Lettering.Title),
        Svg.Text(RatioRight, Top - 2, "ratio [95 %]", Lettering.Tick.Anchored("end")),
        Svg.Text(AmplificationRight, Top - 2, "A (theory)", Lettering.Tick.Anchored("end")),
        Svg.Text(PageGeometry.ContentWidth, Top - 2, "n", Lettering.Tick.Anchored("end")),
    ];

    private static IEnumerable<XElement> Rows(Panel ratios, Panel amplifications, IEnumerable<IGrouping<string, EffectRow>> experiments)
    {
        var y = Top;
        foreach (var experiment in experiments)
        {
            yield return Svg.Text(0, y + 9.5, experiment.Key, Lettering.Title);
            y += HeadHeight;
            foreach (var row in experiment)
            {
                var middle = y + (RowHeight / 2);
                yield return Svg.Text(8, middle + 2.5, row.Name, Lettering.Axis.Within(Names - 14, row.Name));
                foreach (var element in Row(row, ratios, amplifications, middle))
                    yield return element;
                y += RowHeight;
            }
        }
    }

    private static IEnumerable<XElement> Row(EffectRow row, Panel ratios, Panel amplifications, double y)
    {
        if (row.Theory is { } theory && amplifications.XOf(theory.Predicted.Mean) is var predicted && IsWithin(amplifications, predicted))
            yield return Svg.Line(predicted, y - 3.6, predicted, y + 3.6, new(Palette.Vermilion, 1.6));
        foreach (var (value, panel) in new[] { (row.Ratio?.Estimate, ratios), (row.Amplification?.Estimate, amplifications) })
        {
            foreach (var element in value is null ? [] : Mark(panel, value, y))
                yield return element;
        }

        foreach (var (text, right) in new[] { (RatioOf(row), RatioRight), (AmplificationOf(row), AmplificationRight), (Numbers.Format(SeedsOf(row)), PageGeometry.ContentWidth) })
            yield return Svg.Text(right, y + 2.5, text, Lettering.Tick.Anchored("end"));
    }

    /// <summary>A dot with its interval, cut at the edges of the axis.</summary>
    private static IEnumerable<XElement> Mark(Panel panel, Estimate estimate, double y)
    {
        const double radius = 2.2;
        var interval = Interval(estimate);
        var (first, last) = (panel.Left, panel.Left + panel.Width);
        if (interval is { } shown)
        {
            var (left, right) = (Math.Clamp(panel.XOf(shown.Low), first, last), Math.Clamp(panel.XOf(shown.High), first, last));
            yield return Svg.Line(left, y, right, y, new(Palette.Blue, 1.1));
            if (left == first)
                yield return Pointing(first, -1, y);
            if (right == last)
                yield return Pointing(last, 1, y);
        }

        var x = panel.XOf(estimate.Value);
        if (!IsWithin(panel, x))
        {
            if (interval is null)
                yield return x < first ? Pointing(first, -1, y) : Pointing(last, 1, y);
            yield break;
        }

        yield return Svg.Circle(x, y, radius, Palette.Blue);
        if (interval is not { } known || known.Contains(new(1, 1)))
            yield return Svg.Circle(x, y, radius - 0.9, "#ffffff");
    }

    /// <summary>An arrow on the edge of the axis: to the left for -1, to the right for 1.</summary>
    private static XElement Pointing(double edge, int direction, double y) =>
        Svg.Polygon([(edge + (3 * direction), y), (edge - (2 * direction), y - 2), (edge - (2 * direction), y + 2)], Palette.Blue);

    private static bool IsWithin(Panel panel, double x) => x >= panel.Left && x <= panel.Left + panel.Width;

    private static double RatioRight => Names + RatioWidth + RatioText;

    private static double AmplificationRight => Names + RatioWidth + RatioText + 8 + AmplificationWidth + AmplificationText;

    /// <summary>None of two seeds: it would be as wide as the page and say nothing.</summary>
    private static Interval? Interval(Estimate estimate) => estimate.N < 3 ? null : estimate.ConfidenceInterval();

    /// <summary>Whether its seeds scatter so widely that the axis does not hold it.</summary>
    public static bool IsCut(Estimate ratio) => Interval(ratio) is { } interval && interval.High / interval.Low > Widest;

    /// <summary>What the axis of ratios must hold.</summary>
    private static IEnumerable<double> Ends(Estimate ratio) => IsCut(ratio) ? [] : Interval(ratio) is { } interval ? [interval.Low, interval.High] : [ratio.Value];

    private static IEnumerable<double> Amplifications(EffectRow row)
    {
        double[] measured = row.Amplification is not { } amplification ? [] : Interval(amplification.Estimate) is { } interval ? [interval.Low, interval.High] : [amplification.Estimate.Value];
        return row.Theory is { } theory ? [.. measured, theory.Predicted.Mean] : measured;
    }

    private static int SeedsOf(EffectRow row) => (row.Ratio ?? row.Amplification)!.Value.Estimate.N;

    private static string RatioOf(EffectRow row) => row.Ratio is not { } ratio ? "" : Bracketed(ratio.Estimate, ratio.Series).ToString();

    private static string AmplificationOf(EffectRow row) => row.Amplification is not { } amplification ? ""
        : Numbers.Fixed(amplification.Estimate.Value, 2) + (row.Theory is { } theory ? $" ({Numbers.Fixed(theory.Predicted.Mean, 2)})" : "");

    private static IEnumerable<Printed> PrintedOf(EffectRow row) =>
    [
        .. row.Ratio is { } ratio ? Bracketed(ratio.Estimate, ratio.Series).Numbers : [],
        .. row.Amplification is { } amplification ? (Printed[])[Printed.Of(Numbers.Fixed(amplification.Estimate.Value, 2), Statistics.Mean, amplification.Series)] : [],
        .. row.Theory is { } theory ? (Printed[])[Printed.Of(Numbers.Fixed(theory.Predicted.Mean, 2), Statistics.Mean, theory.Series.Predicted)] : [],
        Printed.Of(Numbers.Format(SeedsOf(row)), Statistics.N, (row.Ratio ?? row.Amplification)!.Value.Series),
    ];

    /// <summary>A ratio with its interval, such as 2.32 [2.04, 2.64]; of fewer than three seeds the ratio alone.</summary>
    public static Sentence Bracketed(Estimate ratio, Series series)
    {
        var value = Printed.Of(Text(ratio.Value), Statistics.Mean, series);
        return Interval(ratio) is { } interval
            ? (Sentence)$"{value}\u00a0[{Printed.Of(Text(interval.Low), Statistics.Low, series)},\u00a0{Printed.Of(Text(interval.High), Statistics.High, series)}]"
            : $"{value}";
    }

    /// <summary>A ratio in as many digits as it needs.</summary>
    public static string Text(double ratio) => ratio.ToString(
        ratio switch { < 0.00095 => "0e0", < 0.0095 => "0.0000", < 0.095 => "0.000", < 9.995 => "0.00", < 99.95 => "0.0", < 9999.5 => "0", _ => "0e0" }, CultureInfo.InvariantCulture);
}
