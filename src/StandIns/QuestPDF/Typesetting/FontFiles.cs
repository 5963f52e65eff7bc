using QuestPDF.Drawing.Exceptions;
using SkiaSharp;

namespace QuestPDF.Typesetting;

/// <summary>The fonts in the folders of <see cref="Settings.FontDiscoveryPaths"/>, which are read once, when the first is asked for.</summary>
internal static class FontFiles
{
    private static readonly Lazy<IReadOnlyList<(SKTypeface Typeface, bool IsInFirstFolder)>> All = new(
        () => [.. Settings.FontDiscoveryPaths.SelectMany((folder, number) => Read(folder).Select(typeface => (typeface, number == 0)))]);

    /// <summary>The font of a family whose weight is nearest; that of a drawing comes from the first folder.</summary>
    /// <exception cref="DocumentDrawingException">There is no such family: another one would look unlike what was asked for.</exception>
    public static SKTypeface Nearest(string family, int weight, bool inDrawing) => All.Value
        .Where(font => font.IsInFirstFolder || !inDrawing)
        .Select(font => font.Typeface)
        .Where(typeface => string.Equals(typeface.FamilyName, family, StringComparison.OrdinalIgnoreCase))
        .MinBy(typeface => Math.Abs(typeface.FontWeight - weight))
        ?? throw new DocumentDrawingException(
            $"expected a font family of {(inDrawing ? "the first folder" : "a folder")} of Settings.FontDiscoveryPaths, got '{family}'; " +
            $"the folders are {string.Join(", ", Settings.FontDiscoveryPaths)}");

    private static IEnumerable<SKTypeface> Read(string folder) => Directory.Exists(folder)
        ? Directory.GetFiles(folder, "*.ttf", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Open)
        : [];

    private static SKTypeface Open(string file) =>
        SKTypeface.FromFile(file) ?? throw new DocumentDrawingException($"{file}: expected a TrueType font, got something else");
}
