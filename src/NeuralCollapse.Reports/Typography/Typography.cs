using System.Text.RegularExpressions;
using NeuralCollapse.Specs;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace NeuralCollapse.Reports;

/// <summary>The styles of text in the report.</summary>
internal static class Typography
{
    private static readonly Lazy<bool> Registered = new(Register);

    public static TextStyle Body => TextStyle.Default.FontFamily(InterFonts.Family).FontSize(9).FontColor(Palette.Ink).LineHeight(1.4f);

    public static TextStyle Title => TextStyle.Default.FontSize(22).Bold().LineHeight(1.15f);

    public static TextStyle Heading => TextStyle.Default.FontSize(14).Bold();

    public static TextStyle Subheading => TextStyle.Default.FontSize(10.5f).SemiBold();

    public static TextStyle Caption => TextStyle.Default.FontSize(8).LineHeight(1.35f);

    public static TextStyle Small => TextStyle.Default.FontSize(6.5f).FontColor(Palette.Quiet).LineHeight(1.3f);

    public static TextStyle TableHead => TextStyle.Default.FontSize(7.5f).SemiBold().LineHeight(1.2f);

    public static TextStyle TableText => TextStyle.Default.FontSize(7.5f).LineHeight(1.25f);

    public static TextStyle DenseTableText => TextStyle.Default.FontSize(7).LineHeight(1.25f);

    /// <summary>Makes the typeface known and forbids those of the machine, once in a process.</summary>
    /// <exception cref="UserErrorException">When its files are gone.</exception>
    public static void EnsureFonts() => _ = Registered.Value;

    private static bool Register()
    {
        _ = InterFonts.Files(InterFonts.Folder);
        QuestPDF.Settings.License = LicenseType.Community;
        QuestPDF.Settings.UseEnvironmentFonts = false;
        // The text of drawings is set in fonts of the first folder only, so it has to be this one.
        QuestPDF.Settings.FontDiscoveryPaths.Clear();
        QuestPDF.Settings.FontDiscoveryPaths.Add(InterFonts.Folder);
        return true;
    }
}

/// <summary>The only door through which text enters the document: what the typeface lacks is written as its code point.</summary>
internal static partial class Writing
{
#pragma warning disable RS0030 // All other text goes through here.
    /// <summary>Sets text of one style.</summary>
    public static TextBlockDescriptor Write(this IContainer container, string text) => container.Text(Set(text));

    /// <summary>Sets a sentence; what it mentions leads there.</summary>
    public static void Paragraph(this IContainer container, Sentence sentence, TextStyle? style = null) => container.Text(text =>
    {
        foreach (var piece in sentence.Pieces.Where(piece => piece.Text.Length > 0))
            _ = (piece.Section is null ? text.Span(Set(piece.Text)) : text.SectionLink(Set(piece.Text), piece.Section)).Style(style ?? Typography.Body);
    });

    /// <summary>Adds text to a block of several styles.</summary>
    public static TextSpanDescriptor Write(this TextDescriptor block, string text) => block.Span(Set(text));
#pragma warning restore RS0030

    /// <summary>What the typeface can draw of a text, with a minus before negative numbers, for which a hyphen is too short.</summary>
    private static string Set(string text) => Hyphen().Replace(Printable.Text(text), "−");

    [GeneratedRegex(@"(?<![\w.\u2212-])-(?=\d|inf\b)")]
    private static partial Regex Hyphen();
}
