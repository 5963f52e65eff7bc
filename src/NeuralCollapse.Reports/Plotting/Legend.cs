using System.Xml.Linq;

namespace NeuralCollapse.Reports;

/// <summary>Names what lines and dots stand for: a piece of each line, or a dot, with its name behind it, in rows as wide as the figure.</summary>
internal static class Legend
{
    private const double RowHeight = 11;

    private const double Left = 8;
    private const double Sample = 16;
    private const double NameGap = 4;
    private const double EntryGap = 10;
    private const double DotRadius = 2;

    /// <param name="top">Upper edge of the first row.</param>
    /// <param name="parts">Names with the lines they belong to; each part begins a row.</param>
    public static IReadOnlyList<XElement> Draw(double top, params IReadOnlyList<LegendEntry>[] parts) =>
        [.. Positions(parts).SelectMany(p => Draw(p.X, top + (RowHeight * p.Row), p.Entry))];

    /// <summary>Height of the rows that the parts need.</summary>
    public static double Height(params IReadOnlyList<LegendEntry>[] parts) =>
        RowHeight * Positions(parts).Select(p => p.Row + 1).DefaultIfEmpty(0).Max();

    private static IEnumerable<XElement> Draw(double x, double y, LegendEntry entry)
    {
        yield return entry.IsDot ? Svg.Circle(x + (Sample / 2), y + 5, DotRadius, entry.Stroke.Colour) : Svg.Line(x, y + 5, x + Sample, y + 5, entry.Stroke);
        yield return Svg.Text(x + Sample + NameGap, y + 7.5, entry.Name, Lettering.Axis);
    }

    private static IEnumerable<(LegendEntry Entry, double X, int Row)> Positions(IReadOnlyList<LegendEntry>[] parts)
    {
        var row = -1;
        foreach (var part in parts.Where(p => p.Count > 0))
        {
            row++;
            var x = Left;
            foreach (var entry in part)
            {
                var width = Sample + NameGap + Lettering.Axis.WidthOf(entry.Name);
                if (x > Left && x + width > PageGeometry.ContentWidth)
                    (x, row) = (Left, row + 1);
                yield return (entry, x, row);
                x += width + EntryGap;
            }
        }
    }
}

/// <summary>A name and the line it belongs to, or the dots of its colour.</summary>
internal sealed record LegendEntry(string Name, Stroke Stroke)
{
    public bool IsDot { get; init; }
}
