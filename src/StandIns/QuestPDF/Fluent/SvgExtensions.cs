using QuestPDF.Elements;
using QuestPDF.Infrastructure;
using QuestPDF.Svg;

namespace QuestPDF.Fluent;

public static class SvgExtensions
{
    /// <summary>Draws SVG text, as wide as the space unless the descriptor says otherwise.</summary>
    public static SvgImageDescriptor Svg(this IContainer container, string svg) =>
        new(container.Hold(new Picture { Drawing = SvgDrawing.Parse(svg), Fit = Fit.Width }));
}
