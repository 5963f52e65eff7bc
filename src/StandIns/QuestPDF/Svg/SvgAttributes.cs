using System.Xml.Linq;

namespace QuestPDF.Svg;

/// <summary>Tells the attributes that say how an element looks from those that say where it is or what it is called.</summary>
internal static class SvgAttributes
{
    private static readonly HashSet<string> Geometry =
    [
        "x", "y", "dx", "dy", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height", "d", "points",
        "transform", "clip-path", "viewBox",
    ];

    private static readonly HashSet<string> WithoutEffect =
        ["id", "class", "version", "role", "space", "baseProfile", "preserveAspectRatio", "shape-rendering", "text-rendering"];

    /// <summary>Attributes and style declarations, the latter last since they win.</summary>
    public static IEnumerable<(string Name, string Value)> Presentation(XElement element)
    {
        foreach (var attribute in element.Attributes())
        {
            var name = attribute.Name.LocalName;
            var plain = attribute.IsNamespaceDeclaration || name == "style" || Geometry.Contains(name) || WithoutEffect.Contains(name);
            if (!plain && !name.StartsWith("data-", StringComparison.Ordinal) && !name.StartsWith("aria-", StringComparison.Ordinal))
                yield return (name, attribute.Value.Trim());
        }
        const StringSplitOptions Trimmed = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        foreach (var declaration in (element.Attribute("style")?.Value ?? "").Split(';', Trimmed))
        {
            if (declaration.Split(':', 2, Trimmed) is not [var name, var value])
                throw SvgError.Unsupported(element, $"expected 'name: value' in style, got '{declaration}'");
            yield return (name, value);
        }
    }
}
