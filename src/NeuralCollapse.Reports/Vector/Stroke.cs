using System.Xml.Linq;

namespace NeuralCollapse.Reports;

/// <summary>How a line is drawn.</summary>
/// <param name="Colour">As #rrggbb.</param>
/// <param name="Width">In points.</param>
/// <param name="Dash">Lengths of dashes and gaps in points; empty for a solid line.</param>
/// <param name="Opacity">From 0, invisible, to 1.</param>
internal sealed record Stroke(string Colour, double Width, string Dash = "", double Opacity = 1)
{
    public IEnumerable<XAttribute> Attributes()
    {
        yield return new("stroke", Colour);
        yield return new("stroke-width", Coordinate.Text(Width));
        yield return new("stroke-linecap", Dash.Length == 0 ? "round" : "butt");
        yield return new("stroke-linejoin", "round");
        if (Dash.Length > 0)
            yield return new("stroke-dasharray", Dash);
        if (Opacity < 1)
            yield return new("stroke-opacity", Coordinate.Text(Opacity));
    }
}
