using System.Xml.Linq;

namespace NeuralCollapse.Reports;

/// <summary>Names what lines stand for, in rows below each other.</summary>
internal static class Legend
{
    public const double RowHeight = 11;

    private const double Sample = 16;
    private const double Gap = 10;

    private static readonly Lettering Lettering = Lettering.Axis;

    /// <summary>One row: a piece of each line with its name behind it, wrapped where the width ends.</summary>
    public static IReadOnlyList<XElement> Draw(double left, double top, double width, IEnumerable<(string Name, Stroke Stroke)> entries)
    {
        var drawn = new List<XElement>();
        var (x, y) = (left, top);
        foreach (var (name, stroke) in entries)
        {
            var advance = Sample + 4 + Lettering.WidthOf(name) + Gap;
            if (x > left && x + advance - Gap > left + width)
                (x, y) = (left, y + RowHeight);
            drawn.Add(Svg.Line(x, y + 5, x + Sample, y + 5, stroke));
            drawn.Add(Svg.Text(x + Sample + 4, y + 7.5, name, Lettering));
            x += advance;
        }

        return drawn;
    }

    /// <summary>Rows that <see cref="Draw"/> needs.</summary>
    public static int Rows(double width, IEnumerable<string> names)
    {
        var (x, rows) = (0.0, 1);
        foreach (var name in names)
        {
            var advance = Sample + 4 + Lettering.WidthOf(name) + Gap;
            if (x > 0 && x + advance - Gap > width)
                (x, rows) = (0, rows + 1);
            x += advance;
        }

        return rows;
    }
}
