using QuestPDF.Infrastructure;

namespace QuestPDF.Helpers;

/// <summary>Size of a page; width and height in points.</summary>
public sealed class PageSize
{
#pragma warning disable CA1051 // They are fields in the package.
    public readonly float Width;
    public readonly float Height;
#pragma warning restore CA1051

    public PageSize(float width, float height, Unit unit = default) => (Width, Height) = (width, height);
}

/// <summary>Page sizes of ISO 216, in whole points as the package rounds them.</summary>
public static class PageSizes
{
    public static PageSize A4 { get; } = new(595, 842);
}
