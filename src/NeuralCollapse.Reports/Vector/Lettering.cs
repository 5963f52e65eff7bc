using System.Xml.Linq;

namespace NeuralCollapse.Reports;

/// <summary>How text in a figure is set.</summary>
/// <param name="Size">Font size in points.</param>
/// <param name="Colour">As #rrggbb.</param>
/// <param name="Anchor">Which part of the text is at its point: start, middle or end.</param>
/// <param name="Bold">Whether it is bold.</param>
internal sealed record Lettering(double Size, string Colour, string Anchor = "start", bool Bold = false)
{
    /// <summary>
    /// Advances of letters of Inter as parts of the font size, roughly: enough to reserve room for text without measuring it.
    /// </summary>
    private const double Narrow = 0.3;
    private const double Usual = 0.6;
    private const double Wide = 0.88;

    public static readonly Lettering Tick = new(6.5, Palette.Quiet);
    public static readonly Lettering Axis = new(7, Palette.Ink);
    public static readonly Lettering Title = new(7.5, Palette.Ink, Bold: true);

    /// <summary>About how wide a text is, in points.</summary>
    public double WidthOf(string text) => Size * Printable.Text(text).Sum(AdvanceOf);

    /// <summary>The same, or smaller so that a text has room.</summary>
    public Lettering Within(double width, string text) => this with { Size = Math.Min(Size, Size * width / WidthOf(text)) };

    public Lettering Anchored(string anchor) => this with { Anchor = anchor };

    private static double AdvanceOf(char letter) => letter switch
    {
        'm' or 'w' or 'M' or 'W' or '%' => Wide,
        'i' or 'j' or 'l' or 'f' or 't' or 'r' or 'I' or ' ' or '.' or ',' or ':' or '(' or ')' or '[' or ']' or '\'' => Narrow,
        _ => Usual,
    };

    public IEnumerable<XAttribute> Attributes()
    {
        yield return new("font-family", InterFonts.Family);
        yield return new("font-size", Coordinate.Text(Size));
        yield return new("fill", Colour);
        if (Anchor != "start")
            yield return new("text-anchor", Anchor);
        if (Bold)
            yield return new("font-weight", "bold");
    }
}
