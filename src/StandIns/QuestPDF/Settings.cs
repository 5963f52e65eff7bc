using QuestPDF.Infrastructure;

namespace QuestPDF;

/// <summary>Settings of the whole process.</summary>
public static class Settings
{
    /// <summary>The licence of the genuine library. The stand-in asks for it too, so that its lack is noticed here already.</summary>
    public static LicenseType? License { get; set; }

    /// <summary>Fonts of the machine: never used here, so only <c>false</c> is accepted when a document is generated.</summary>
    public static bool UseEnvironmentFonts { get; set; } = true;

    /// <summary>
    /// Folders whose font files are read when the first document is generated. The text of drawings is set in fonts of the first folder only.
    /// </summary>
    public static ICollection<string> FontDiscoveryPaths { get; } = [AppContext.BaseDirectory];
}
