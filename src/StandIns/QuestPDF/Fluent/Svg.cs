using QuestPDF.Elements;
using QuestPDF.Infrastructure;
using QuestPDF.Layout;
using QuestPDF.Svg;

namespace QuestPDF.Fluent;

public static class SvgExtensions
{
    /// <summary>Draws SVG text, as wide as the space.</summary>
    public static SvgImageDescriptor Svg(this IContainer container, string svg)
    {
        container.Hold(new Picture { Drawing = SvgDrawing.Parse(svg) });
        return new SvgImageDescriptor();
    }
}

public sealed class SvgImageDescriptor
{
    internal SvgImageDescriptor()
    {
    }

    /// <summary>As wide as the space, which a drawing is here in any case.</summary>
    public SvgImageDescriptor FitWidth() => this;
}
