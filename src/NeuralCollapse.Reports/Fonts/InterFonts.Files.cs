using NeuralCollapse.Specs;

namespace NeuralCollapse.Reports;

internal static partial class InterFonts
{
    /// <summary>The font files of a folder, one for each weight, sorted by name.</summary>
    /// <exception cref="UserErrorException">When there are none.</exception>
    public static IReadOnlyList<string> Files(string folder)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.ttf") : [];
        Array.Sort(files, StringComparer.Ordinal);
        return files.Length > 0
            ? files
            : throw new UserErrorException($"{folder}: expected the fonts of the report, got none.\nBuild again: ./build.sh --target=Build");
    }
}
