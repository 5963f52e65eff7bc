using System.Buffers;
using System.Globalization;
using System.Text;

namespace NeuralCollapse.Reports;

/// <summary>
/// Text as the report can draw it. Titles, labels and folders are free text: a character that the typeface lacks must not stop the report,
/// nor be left out, which would change what the text says.
/// </summary>
internal static class Printable
{
    private static readonly Lazy<IReadOnlySet<int>> Drawn = new(() => InterFonts.Files(InterFonts.Folder)
        .Select(file => CharacterMap.Of(File.ReadAllBytes(file)))
        .Aggregate((all, font) => all.Intersect(font).ToHashSet()));

    /// <summary>
    /// The text, with the code point, such as [U+1F389], in place of each character that the typeface lacks or that cannot be seen: control
    /// and format characters but for the line feed, private ones, and halves of surrogate pairs.
    /// </summary>
    public static string Text(string text)
    {
        if (text.All(letter => letter is (>= ' ' and <= '~') or '\n'))
            return text;
        var printable = new StringBuilder();
        for (var left = text.AsSpan(); left.Length > 0;)
        {
            var isWhole = Rune.DecodeFromUtf16(left, out var rune, out var length) == OperationStatus.Done;
            if (isWhole && (rune.Value == '\n' || IsDrawn(rune)))
                printable.Append(left[..length]);
            else
                printable.Append(CultureInfo.InvariantCulture, $"[U+{(isWhole ? rune.Value : left[0]):X4}]");
            left = left[length..];
        }

        return printable.ToString();
    }

    private static bool IsDrawn(Rune rune) =>
        Drawn.Value.Contains(rune.Value) &&
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse);
}
