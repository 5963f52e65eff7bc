namespace NeuralCollapse.Reports;

/// <summary>The typeface Inter in the weights regular to bold, so that reports look the same on a machine without fonts.</summary>
internal static partial class InterFonts
{
    /// <summary>The family name to ask for.</summary>
    public const string Family = "Inter";

    /// <summary>The folder beside the executable into which the build copies its TrueType files, one for each weight.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Fonts");
}
