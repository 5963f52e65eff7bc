using System.Xml.Linq;

namespace NeuralCollapse.Reports;

/// <summary>Names what lines stand for: a piece of each line with its name behind it, in rows as wide as the figure.</summary>
internal static class Legend
{
    public const double RowHeight = 11;

    private const double Left = 8;
    private const double Sample = 16;
    private const double NameGap = 4;
    private const double EntryGap = 10;

    /// <param name="top">Upper edge of the first row.</param>
    /// <param name="entries">Names with the lines they belong to.</param>
    public static IReadOnlyList<XElement> Draw(double top, IReadOnlyList<(string Name, Stroke Stroke)> entries) =>
    [
        .. Places(entries).Zip(entries).SelectMany(pair => Draw(pair.First.X, top + (RowHeight * pair.First.Row), pair.Second.Name, pair.Second.Stroke)),
    ];

    /// <summary>Rows that the entries need.</summary>
    public static int Rows(IReadOnlyList<(string Name, Stroke Stroke)> entries) => Places(entries).Select(p => p.Row + 1).DefaultIfEmpty(0).Max();

    private static IEnumerable<XElement> Draw(double x, double y, string name, Stroke stroke)
    {
        yield return Svg.Line(x, y + 5, x + Sample, y + 5, stroke);
        yield return Svg.Text(x + Sample + NameGap, y + 7.5, name, Lettering.Axis);
    }

    private static IEnumerable<(double X, int Row)> Places(IReadOnlyList<(string Name, Stroke Stroke)> entries)
    {
        var (x, row) = (Left, 0);
        foreach (var (name, _) in entries)
        {
            var width = Sample + NameGap + Lettering.Axis.WidthOf(name);
            if (x > Left && x + width > PanelGrid.FigureWidth)
                (x, row) = (Left, row + 1);
            yield return (x, row);
            x += width + EntryGap;
        }
    }
}
