using NeuralCollapse.Reports.Fonts;
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

    /// <summary>The font files of a folder, one for each weight, sorted by name.</summary>
    /// <exception cref="UserMistakeException">When there are none.</exception>
    public static IReadOnlyList<string> Files(string folder)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.ttf") : [];
        Array.Sort(files, StringComparer.Ordinal);
        return files.Length > 0
            ? files
            : throw new UserMistakeException($"{folder}: expected the fonts of the report, got none.\nBuild again: ./build.sh --target=Build");
    }

    /// <summary>Makes the typeface known and forbids those of the machine, once in a process.</summary>
    /// <exception cref="UserMistakeException">When its files are gone.</exception>
    public static void EnsureFonts() => _ = Registered.Value;

    private static bool Register()
    {
        _ = Files(InterFonts.Folder);
        QuestPDF.Settings.License = LicenseType.Community;
        QuestPDF.Settings.UseEnvironmentFonts = false;
        // The text of drawings is set in fonts of the first folder only, so it has to be this one.
        QuestPDF.Settings.FontDiscoveryPaths.Clear();
        QuestPDF.Settings.FontDiscoveryPaths.Add(InterFonts.Folder);
        return true;
    }
}
