using System.Globalization;
using System.Xml.Linq;
using NeuralCollapse.Measures;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>
/// One projection of last-layer features: a dot for each mixed sample, coloured by how and how evenly it is mixed, and an arrow in the
/// direction of each classifier. Both directions have the same scale. Lengths in points.
/// </summary>
internal sealed record ProjectionPanel
{
    private const double DotShare = 0.017;
    private const double LabelSize = 6.5;

    /// <summary>Room on each side for the labels of classes.</summary>
    private const double Margin = 10;

    /// <summary>From a label to what it labels.</summary>
    private const double LabelDistance = 5;

    /// <summary>The longest arrow, as part of the way to the outermost sample.</summary>
    private const double ArrowShare = 0.7;

    private static readonly Stroke Edge = new(Palette.Rule, 0.5);
    public static readonly Stroke Arc = new(Palette.Magenta, 1.1);

    private readonly IReadOnlyList<ProjectedPoint> samples;
    private readonly IReadOnlyList<ProjectedPoint> classifiers;
    private readonly IReadOnlyList<IReadOnlyList<(double X, double Y)>> arcs;
    private readonly double arrows;
    private readonly double centreX;
    private readonly double centreY;
    private readonly double extent;

    /// <param name="projection">With at least one finite sample.</param>
    /// <param name="predicted">Rows by rising lambda whose predictions are drawn as arcs between the classes; null for none.</param>
    public ProjectionPanel(Projection projection, IReadOnlyList<MixedPoint>? predicted = null)
    {
        samples = [.. projection.Points.Where(p => p.Kind == ProjectedKind.Sample && double.IsFinite(p.X) && double.IsFinite(p.Y))];
        classifiers = [.. projection.Points.Where(p => p.Kind == ProjectedKind.Classifier && Length(p) > 0)];
        arrows = classifiers.Count == 0 ? 0 : ArrowShare * samples.Max(Length) / classifiers.Max(Length);
        var tips = classifiers.Select(c => (X: Reach(c) * c.X / Length(c), Y: Reach(c) * c.Y / Length(c))).ToList();
        arcs = ArcsOf(samples, predicted ?? []);
        var xs = samples.Select(p => p.X).Concat(tips.Select(t => t.X)).Concat(arcs.SelectMany(arc => arc).Select(p => p.X)).Append(0).ToList();
        var ys = samples.Select(p => p.Y).Concat(tips.Select(t => t.Y)).Concat(arcs.SelectMany(arc => arc).Select(p => p.Y)).Append(0).ToList();
        (centreX, centreY) = ((xs.Max() + xs.Min()) / 2, (ys.Max() + ys.Min()) / 2);
        extent = Math.Max(Math.Max(xs.Max() - xs.Min(), ys.Max() - ys.Min()), 1e-9);
    }

    public required double Left { get; init; }

    public required double Top { get; init; }

    /// <summary>Of all four sides.</summary>
    public required double Side { get; init; }

    /// <summary>Points in a unit of the projection.</summary>
    public double Scale => (Side - (2 * Margin)) / extent;

    public double XOf(double x) => Left + (Side / 2) + (Scale * (x - centreX));

    public double YOf(double y) => Top + (Side / 2) - (Scale * (y - centreY));

    public XElement Draw() => Svg.Group(
        Svg.Path(
            PathData.Lines([(Left, Top), (Left + Side, Top), (Left + Side, Top + Side), (Left, Top + Side), (Left, Top)]),
            Edge),
        Dots(),
        Arcs(),
        classifiers.SelectMany(c => Arrow.Draw(XOf(0), YOf(0), XOf(arrows * c.X), YOf(arrows * c.Y), Side / 110)),
        classifiers.Select(Label),
        ScaleBar.Draw(Left + 4, Top + 11, Scale, Side / 4));

    /// <summary>One path for each colour: pairs mixed evenly first, so that pure samples lie above them.</summary>
    private XElement Dots() => Svg.Group(
        new Stroke(Palette.Ink, Math.Max(1, DotShare * Side), Opacity: 0.85).Attributes(),
        samples
            .Select(p => (Point: p, Purity: Math.Abs((2 * p.Lambda) - 1)))
            .OrderBy(p => p.Purity)
            .GroupBy(p => (p.Point.ClassA == p.Point.ClassB ? Ramp.SameClass : Ramp.DifferentClass).At(p.Purity))
            .Select(dots => Svg.PathOfGroup(PathData.Dots(dots.Select(d => (XOf(d.Point.X), YOf(d.Point.Y)))), dots.Key)));

    /// <summary>Where theory puts mixtures of each two of the classes.</summary>
    private IEnumerable<XElement> Arcs() => arcs.Select(arc => Svg.Path(PathData.Lines(arc.Select(p => (XOf(p.X), YOf(p.Y)))), Arc));

    /// <summary>
    /// Alpha and beta of each row, in units of the alpha of same-class samples, along the ways from the centre of the three classes to the mean
    /// of each one's samples: an arc for each class and each other one.
    /// </summary>
    private static IReadOnlyList<IReadOnlyList<(double X, double Y)>> ArcsOf(IReadOnlyList<ProjectedPoint> samples, IReadOnlyList<MixedPoint> predicted)
    {
        var ends = samples.Where(p => p.ClassA == p.ClassB).GroupBy(p => p.ClassA).Select(of => (X: of.Average(p => p.X), Y: of.Average(p => p.Y))).ToList();
        var shares = predicted.Where(row => double.IsFinite(row.PredictedAlpha) && row.PredictedAmplification > 0)
            .Select(row => (Row: row, Same: (row.PredictedAlpha + row.PredictedBeta) / row.PredictedAmplification))
            .Select(of => (Alpha: of.Row.PredictedAlpha / of.Same, Beta: of.Row.PredictedBeta / of.Same)).ToList();
        if (ends.Count != 3 || shares.Count < 2)
            return [];
        var (x, y) = (ends.Average(end => end.X), ends.Average(end => end.Y));
        return
        [
            .. from first in ends
               from second in ends
               where first != second
               select shares.Select(share => (
                   x + (share.Alpha * (first.X - x)) + (share.Beta * (second.X - x)), y + (share.Alpha * (first.Y - y)) + (share.Beta * (second.Y - y)))).ToList(),
        ];
    }

    /// <summary>The class in the direction of its arrow, behind the tip and behind all samples.</summary>
    private XElement Label(ProjectedPoint classifier)
    {
        var length = Length(classifier);
        var radius = (Reach(classifier) + (LabelDistance / Scale)) / length;
        return Svg.Text(
            XOf(radius * classifier.X),
            YOf(radius * classifier.Y) + (LabelSize * 0.36),
            Numbers.Format(classifier.ClassA),
            new(LabelSize, Palette.Ink, "middle", Bold: true));
    }

    /// <summary>How far samples or the arrow reach along a classifier, in units of the projection.</summary>
    private double Reach(ProjectedPoint classifier) => Math.Max(
        arrows * Length(classifier),
        samples.Max(s => ((s.X * classifier.X) + (s.Y * classifier.Y)) / Length(classifier)));

    private static double Length(ProjectedPoint point) => Math.Sqrt((point.X * point.X) + (point.Y * point.Y));
}

/// <summary>A straight arrow with a filled head.</summary>
internal static class Arrow
{
    /// <param name="x1">Where it begins.</param>
    /// <param name="y1">Where it begins.</param>
    /// <param name="x2">The tip.</param>
    /// <param name="y2">The tip.</param>
    /// <param name="width">Of the shaft, in points.</param>
    public static IEnumerable<XElement> Draw(double x1, double y1, double x2, double y2, double width)
    {
        var length = Math.Sqrt(((x2 - x1) * (x2 - x1)) + ((y2 - y1) * (y2 - y1)));
        if (length < 1e-6)
            yield break;
        var (alongX, alongY) = ((x2 - x1) / length, (y2 - y1) / length);
        var head = Math.Min(4.5 * width, length);
        var (neckX, neckY) = (x2 - (head * alongX), y2 - (head * alongY));
        var (sideX, sideY) = (-alongY * head * 0.38, alongX * head * 0.38);
        yield return Svg.Line(x1, y1, neckX, neckY, new(Palette.Ink, width));
        yield return Svg.Polygon([(x2, y2), (neckX + sideX, neckY + sideY), (neckX - sideX, neckY - sideY)], Palette.Ink);
    }
}

/// <summary>A short bar that says how long a round number of units is.</summary>
internal static class ScaleBar
{
    /// <param name="left">Left end of the bar.</param>
    /// <param name="bottom">Height of the bar; its text is above.</param>
    /// <param name="scale">Points in a unit.</param>
    /// <param name="longest">Length it may have, in points.</param>
    public static IEnumerable<XElement> Draw(double left, double bottom, double scale, double longest)
    {
        var exponent = (int)Math.Floor(Math.Log10(longest / scale));
        var power = double.Parse("1e" + Numbers.Format(exponent), CultureInfo.InvariantCulture);
        var units = new[] { 5, 2, 1 }.Select(n => n * power).First(n => n * scale <= longest * (1 + 1e-9));
        yield return Svg.Line(left, bottom, left + (units * scale), bottom, new(Palette.Quiet, 0.8));
        yield return Svg.Text(left, bottom - 2.5, Numbers.Fixed(units, Math.Max(0, -exponent)), new(5.5, Palette.Quiet));
    }
}
