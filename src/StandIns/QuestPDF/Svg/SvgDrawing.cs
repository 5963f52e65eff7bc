using System.Xml;
using System.Xml.Linq;
using QuestPDF.Drawing.Exceptions;
using QuestPDF.Typesetting;
using SkiaSharp;

namespace QuestPDF.Svg;

/// <summary>A drawing in the part of SVG 1.1 that charts are made of. Anything else in it is an error, not a gap in the picture.</summary>
internal sealed class SvgDrawing
{
    private readonly XElement root;

    private SvgDrawing(XElement root)
    {
        this.root = root;
        Size = root.ReadNumbers(root.Attribute("viewBox")?.Value ?? "") is [0, 0, var width, var height]
            ? new SKSize(width, height)
            : throw root.Unsupported("expected a viewBox of four numbers that begins at 0 0");
    }

    /// <summary>Width and height in the units of the drawing.</summary>
    public SKSize Size { get; }

    /// <exception cref="DocumentDrawingException">The text is not SVG, or says no size.</exception>
    public static SvgDrawing Parse(string svg)
    {
        try
        {
            var root = XElement.Parse(svg, LoadOptions.PreserveWhitespace);
            return root.Name.LocalName == "svg" ? new SvgDrawing(root) : throw root.Unsupported();
        }
        catch (XmlException broken)
        {
            throw new DocumentDrawingException($"expected SVG, got text that is not XML: {broken.Message}");
        }
    }

    /// <summary>Draws from the origin to the right and down.</summary>
    public void Draw(SKCanvas canvas, float scale, Faces faces)
    {
        canvas.Save();
        canvas.Scale(scale);
        canvas.ClipRect(SKRect.Create(Size));
        new SvgPainter(canvas, faces).PaintChildren(root, SvgStyle.Root.Of(root));
        canvas.Restore();
    }
}
