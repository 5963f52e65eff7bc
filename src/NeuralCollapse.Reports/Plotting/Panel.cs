using System.Xml.Linq;

namespace NeuralCollapse.Reports;

/// <summary>A rectangle of a figure with axes at its left and lower edges. Lengths in points, y down.</summary>
internal sealed record Panel
{
    /// <summary>How far a title may reach beyond the panel, towards the labels of the next.</summary>
    private const double TitleOverhang = 20;

    private static readonly Stroke Grid = new(Palette.Faint, 0.5);
    private static readonly Stroke Edge = new(Palette.Quiet, 0.6);

    public required double Left { get; init; }

    public required double Top { get; init; }

    public required double Width { get; init; }

    public required double Height { get; init; }

    public required Axis X { get; init; }

    public required Axis Y { get; init; }

    /// <summary>Above the panel.</summary>
    public string Title { get; init; } = "";

    /// <summary>Below the panel.</summary>
    public string XTitle { get; init; } = "";

    /// <summary>Left of the panel, reading upwards.</summary>
    public string YTitle { get; init; } = "";

    public double XOf(double value) => Left + (Width * X.Scale.Fraction(value));

    public double YOf(double value) => Top + (Height * (1 - Y.Scale.Fraction(value)));

    /// <summary>The positions of those points that both axes can show.</summary>
    public IEnumerable<(double X, double Y)> Positions(IEnumerable<(double X, double Y)> points) =>
        points.Where(p => X.Scale.Takes(p.X) && Y.Scale.Takes(p.Y)).Select(p => (XOf(p.X), YOf(p.Y)));

    /// <summary>Grid, axes, marks and titles, with content between grid and axes.</summary>
    public XElement Draw(IEnumerable<XElement> content) => Svg.Group(
        Y.Ticks.Where(t => t.Label.Length > 0).Select(t => Svg.Line(Left, YOf(t.Value), Left + Width, YOf(t.Value), Grid)),
        content,
        Svg.Line(Left, Top, Left, Top + Height, Edge),
        Svg.Line(Left, Top + Height, Left + Width, Top + Height, Edge),
        X.Ticks.SelectMany(DrawXTick),
        Y.Ticks.SelectMany(DrawYTick),
        Titles());

    private IEnumerable<XElement> DrawXTick(Tick tick)
    {
        var (x, y) = (XOf(tick.Value), Top + Height);
        yield return Svg.Line(x, y, x, y + (tick.Label.Length > 0 ? 2.5 : 1.5), Edge);
        if (tick.Label.Length > 0)
            yield return Svg.Text(x, y + 9.5, tick.Label, Lettering.Tick.Anchored("middle"));
    }

    private IEnumerable<XElement> DrawYTick(Tick tick)
    {
        var y = YOf(tick.Value);
        yield return Svg.Line(Left - (tick.Label.Length > 0 ? 2.5 : 1.5), y, Left, y, Edge);
        if (tick.Label.Length > 0)
            yield return Svg.Text(Left - 4, y + 2.3, tick.Label, Lettering.Tick.Anchored("end"));
    }

    private IEnumerable<XElement> Titles()
    {
        if (Title.Length > 0)
            yield return Svg.Text(Left, Top - 5, Title, Lettering.Title.Within(Math.Min(Width + TitleOverhang, PageGeometry.ContentWidth - Left), Title));
        if (XTitle.Length > 0)
            yield return Svg.Text(Left + (Width / 2), Top + Height + 18.5, XTitle, Lettering.Axis.Anchored("middle"));
        if (YTitle.Length > 0)
            yield return Svg.UprightText(Left - 25, Top + (Height / 2), YTitle, Lettering.Axis.Anchored("middle"));
    }
}
