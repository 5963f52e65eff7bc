using System.Text.RegularExpressions;
using System.Xml.Linq;
using SkiaSharp;

namespace QuestPDF.Svg;

internal static partial class SvgTransform
{
    /// <summary>The matrix of a transform attribute; the identity without one.</summary>
    public static SKMatrix Of(XElement element)
    {
        var matrix = SKMatrix.Identity;
        var text = element.Attribute("transform")?.Value ?? "";
        if (Steps().Replace(text, "").Trim(' ', ',', '\n', '\t').Length > 0)
            throw SvgError.Unsupported(element, $"expected a list of transforms, got '{text}'");
        foreach (Match step in Steps().Matches(text))
            matrix = matrix.PreConcat(Step(element, step.Groups["name"].Value, SvgNumbers.List(element, step.Groups["numbers"].Value)));
        return matrix;
    }

    private static SKMatrix Step(XElement element, string name, float[] numbers) => (name, numbers) switch
    {
        ("translate", [var x]) => SKMatrix.CreateTranslation(x, 0),
        ("translate", [var x, var y]) => SKMatrix.CreateTranslation(x, y),
        ("scale", [var factor]) => SKMatrix.CreateScale(factor, factor),
        ("scale", [var x, var y]) => SKMatrix.CreateScale(x, y),
        ("rotate", [var degrees]) => SKMatrix.CreateRotationDegrees(degrees),
        ("rotate", [var degrees, var x, var y]) => SKMatrix.CreateRotationDegrees(degrees, x, y),
        ("matrix", [var a, var b, var c, var d, var e, var f]) => new SKMatrix(a, c, e, b, d, f, 0, 0, 1),
        _ => throw SvgError.Unsupported(element, $"the transform {name} with {numbers.Length} numbers is not supported"),
    };

    [GeneratedRegex(@"(?<name>\w+)\s*\((?<numbers>[^)]*)\)")]
    private static partial Regex Steps();
}
