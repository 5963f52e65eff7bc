using System.Xml.Linq;

namespace NeuralCollapse.Reports;

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
