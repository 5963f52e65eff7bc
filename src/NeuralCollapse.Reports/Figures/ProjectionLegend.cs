using System.Xml.Linq;

namespace NeuralCollapse.Reports;

/// <summary>Explains the colours and arrows of projections, in one row.</summary>
internal static class ProjectionLegend
{
    public const double Height = 16;

    private const double Swatch = 8;

    public static IEnumerable<XElement> Draw(double left, double top)
    {
        var lettering = Lettering.Axis;
        var x = left;
        foreach (var (ramp, name) in new[] { (Ramp.SameClass, "same class"), (Ramp.DifferentClass, "different classes") })
        {
            yield return Svg.Text(x, top + 8, name, lettering);
            x += lettering.WidthOf(name) + 6;
            yield return Svg.Text(x, top + 8, "½", lettering.Anchored("start"));
            x += 9;
            foreach (var colour in ramp.Colours)
            {
                yield return Svg.Rectangle(x, top + 2, Swatch, 7, colour);
                x += Swatch;
            }

            yield return Svg.Text(x + 3, top + 8, "λ = 0 or 1", lettering);
            x += lettering.WidthOf("λ = 0 or 1") + 16;
        }

        foreach (var element in Arrow.Draw(x, top + 5.5, x + 16, top + 5.5, 1))
            yield return element;
        yield return Svg.Text(x + 20, top + 8, "classifier of a class", lettering);
    }
}
