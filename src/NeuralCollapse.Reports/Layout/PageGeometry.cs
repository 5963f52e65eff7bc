using QuestPDF.Helpers;

namespace NeuralCollapse.Reports;

/// <summary>Size and margins of the pages, from which all that is laid out on them takes its measures. Lengths in points.</summary>
internal static class PageGeometry
{
    public const float SideMargin = 56.5f;
    public const float TopMargin = 60;
    public const float BottomMargin = 44;

    public static PageSize Size => PageSizes.A4;

    /// <summary>Width between the margins: that of text, tables and figures.</summary>
    public static float ContentWidth => Size.Width - (2 * SideMargin);

    /// <summary>Height between the margins, with the footer.</summary>
    public static float ContentHeight => Size.Height - TopMargin - BottomMargin;
}
