using System.Xml.Linq;
using NeuralCollapse.Measures;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>
/// Positions of square panels in columns over the width of a page, their titles above the first row and left of the first column.
/// </summary>
internal sealed record SquareGrid(int Columns, double LeftMargin)
{
    private const double Gap = 4;
    public const double TitleRoom = 14;

    /// <summary>A few large panels would look lost, so they stop growing here.</summary>
    private const double LargestSide = 150;

    private double Side => Math.Min(LargestSide, ((PageGeometry.ContentWidth - LeftMargin) / Columns) - Gap);

    public double RowHeight => Side + Gap;

    /// <summary>
    /// A panel with a title above it and lines of text, from the panel outwards, beside it. Each band of rows has room for titles above it.
    /// </summary>
    public IEnumerable<XElement> Draw(Projection projection, int column, int row, string above, IReadOnlyList<string> beside, int band = 0, IReadOnlyList<MixedPoint>? predicted = null)
    {
        var (left, top) = (LeftMargin + (column * (Side + Gap)), ((band + 1) * TitleRoom) + (row * RowHeight));
        yield return new ProjectionPanel(projection, predicted) { Left = left, Top = top, Side = Side }.Draw();
        // Bold letters are wider than those that room is reserved for.
        if (above.Length > 0)
            yield return Svg.Text(left, top - 4, above, Lettering.Title.Within(0.92 * Side, above));
        for (var i = 0; i < beside.Count; i++)
        {
            var lettering = (i == 0 ? Lettering.Axis : Lettering.Title).Anchored("middle").Within(Side, beside[i]);
            yield return Svg.UprightText(left - 5 - (10 * i), top + (Side / 2), beside[i], lettering);
        }
    }
}
