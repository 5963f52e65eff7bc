using System.Xml.Linq;
using QuestPDF.Drawing.Exceptions;

namespace QuestPDF.Svg;

internal static class SvgError
{
    public static DocumentDrawingException Unsupported(XElement element) =>
        new($"Svg: the element <{element.Name.LocalName}> is not supported");

    public static DocumentDrawingException Unsupported(XElement element, string reason) =>
        new($"Svg: <{element.Name.LocalName}>: {reason}");
}
