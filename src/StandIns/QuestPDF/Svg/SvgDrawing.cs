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
    private readonly SKRect viewBox;

    private SvgDrawing(XElement root)
    {
        this.root = root;
        viewBox = root.Attribute("viewBox")?.Value is { } box
            ? SvgNumbers.Rectangle(root, box)
            : SKRect.Create(Length("width"), Length("height"));
        Size = viewBox.Size;
    }

    /// <summary>Width and height in the units of the drawing.</summary>
    public SKSize Size { get; }

    /// <exception cref="DocumentDrawingException">The text is not SVG, or says no size.</exception>
    public static SvgDrawing Parse(string svg)
    {
        try
        {
            var root = XDocument.Parse(svg, LoadOptions.PreserveWhitespace).Root!;
            return root.Name.LocalName == "svg" ? new SvgDrawing(root) : throw SvgError.Unsupported(root);
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
        canvas.Translate(-viewBox.Left, -viewBox.Top);
        new SvgPainter(canvas, root, faces).PaintChildren(root, SvgStyle.Root.Of(root));
        canvas.Restore();
    }

    private float Length(string name) => root.Attribute(name)?.Value is { } value
        ? SvgNumbers.Length(root, value)
        : throw SvgError.Unsupported(root, $"expected a viewBox or {name}");
}
