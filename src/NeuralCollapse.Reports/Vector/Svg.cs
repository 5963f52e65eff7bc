using System.Text;
using System.Xml;
using System.Xml.Linq;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>Builds SVG documents. Lengths are points of the printed page; y points down.</summary>
internal static class Svg
{
    private static readonly XNamespace Namespace = "http://www.w3.org/2000/svg";

    private static readonly XmlWriterSettings Settings = new()
    {
        Indent = true,
        IndentChars = " ",
        NewLineChars = "\n",
        OmitXmlDeclaration = true,
    };

    /// <summary>The text of a document with a white ground, one line for each element, ended by LF.</summary>
    public static string Document(double width, double height, IEnumerable<XElement> content)
    {
        var document = Element(
            "svg",
            new XAttribute("viewBox", $"0 0 {Coordinate.Text(width)} {Coordinate.Text(height)}"),
            Attribute("width", width),
            Attribute("height", height),
            Rectangle(0, 0, width, height, "#ffffff"),
            content);
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, Settings))
            document.WriteTo(writer);
        return text.Append('\n').ToString();
    }

    public static XElement Group(params object?[] content) => Element("g", content);

    /// <summary>The content of a document that <see cref="Document"/> has made, without its ground, at a place in another.</summary>
    public static XElement Placed(double x, double y, string document) => Placed(x, y, XElement.Parse(document).Elements().Skip(1));

    /// <summary>Content at a place.</summary>
    public static XElement Placed(double x, double y, IEnumerable<XElement> content) => Element(
        "g", new XAttribute("transform", $"translate({Coordinate.Text(x)} {Coordinate.Text(y)})"), content);

    public static XElement Line(double x1, double y1, double x2, double y2, Stroke stroke) => Element(
        "line", Attribute("x1", x1), Attribute("y1", y1), Attribute("x2", x2), Attribute("y2", y2), stroke.Attributes());

    public static XElement Rectangle(double x, double y, double width, double height, string fill) => Element(
        "rect", Attribute("x", x), Attribute("y", y), Attribute("width", width), Attribute("height", height), new XAttribute("fill", fill));

    public static XElement Circle(double x, double y, double radius, string fill) => Element(
        "circle", Attribute("cx", x), Attribute("cy", y), Attribute("r", radius), new XAttribute("fill", fill));

    public static XElement Path(string data, Stroke stroke) => Element(
        "path", new XAttribute("d", data), new XAttribute("fill", "none"), stroke.Attributes());

    /// <summary>A path that differs from its group in colour only.</summary>
    public static XElement PathOfGroup(string data, string colour) =>
        Element("path", new XAttribute("d", data), new XAttribute("stroke", colour));

    public static XElement Polygon(IEnumerable<(double X, double Y)> corners, string fill) => Element(
        "polygon",
        new XAttribute("points", string.Join(' ', corners.Select(c => $"{Coordinate.Text(c.X)},{Coordinate.Text(c.Y)}"))),
        new XAttribute("fill", fill));

    /// <summary>A polygon that lets through what lies below it.</summary>
    public static XElement Band(IEnumerable<(double X, double Y)> corners, string fill, double opacity)
    {
        var band = Polygon(corners, fill);
        band.SetAttributeValue("fill-opacity", Coordinate.Text(opacity));
        return band;
    }

    public static XElement Text(double x, double y, string text, Lettering lettering) => Element(
        "text", Attribute("x", x), Attribute("y", y), lettering.Attributes(), Printable.Text(text));

    /// <summary>Text that reads upwards, around the point where it is anchored.</summary>
    public static XElement UprightText(double x, double y, string text, Lettering lettering)
    {
        var upright = Text(x, y, text, lettering);
        upright.SetAttributeValue("transform", $"rotate(-90 {Coordinate.Text(x)} {Coordinate.Text(y)})");
        return upright;
    }

    private static XElement Element(string name, params object?[] content) => new(Namespace + name, content);

    private static XAttribute Attribute(string name, double value) => new(name, Coordinate.Text(value));
}

/// <summary>The data of SVG paths.</summary>
internal static class PathData
{
    /// <summary>Straight lines from point to point.</summary>
    public static string Lines(IEnumerable<(double X, double Y)> points)
    {
        var data = new StringBuilder();
        foreach (var (x, y) in points)
            data.Append(data.Length == 0 ? 'M' : 'L').Append(Coordinate.Text(x)).Append(' ').Append(Coordinate.Text(y));
        return data.ToString();
    }

    /// <summary>
    /// A dot at each point: a line of no length, which a round cap of the stroke turns into a disc. Far shorter than circles.
    /// </summary>
    public static string Dots(IEnumerable<(double X, double Y)> points)
    {
        var data = new StringBuilder();
        foreach (var (x, y) in points)
            data.Append('M').Append(Coordinate.Coarse(x)).Append(' ').Append(Coordinate.Coarse(y)).Append("h0");
        return data.ToString();
    }
}

/// <summary>Lengths as text, without trailing zeros.</summary>
internal static class Coordinate
{
    /// <summary>To a hundredth of a point: finer than print.</summary>
    public static string Text(double value) => Trimmed(Numbers.Fixed(value, 2));

    /// <summary>To a tenth of a point: for the positions of thousands of dots, of which each is wider than a point.</summary>
    public static string Coarse(double value) => Trimmed(Numbers.Fixed(value, 1));

    private static string Trimmed(string decimals) => decimals.TrimEnd('0').TrimEnd('.') is { Length: > 0 } text and not "-" ? text : "0";
}
