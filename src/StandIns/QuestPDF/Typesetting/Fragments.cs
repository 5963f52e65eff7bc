using System.Text.RegularExpressions;
using QuestPDF.Layout;

namespace QuestPDF.Typesetting;

internal static partial class Fragments
{
    /// <summary>Cuts text where lines may break: after spaces and dashes, and at new lines.</summary>
    public static IEnumerable<Fragment> Of(IReadOnlyList<TextSpan> spans, PageContext context)
    {
        foreach (var span in spans)
        {
            var face = context.Faces.For(span.Style.Over(context.Style));
            var text = span.Text(context).ReplaceLineEndings("\n");
            foreach (Match match in Pieces().Matches(text))
                yield return match.Value == "\n" ? Blank(face) : new Fragment(match.Value, face, span.Section);
            if (text.Length == 0)
                yield return new Fragment("", face, span.Section);
        }
    }

    private static Fragment Blank(Face face) => new Fragment("", face) with { Text = "\n" };

    // A line may end after a dash within a word, not after a minus sign or in a range of numbers.
    [GeneratedRegex(@"\n|[^\n ]*?\w[-–—](?=\p{L})|[^\n ]*? +|[^\n ]+")]
    private static partial Regex Pieces();
}
