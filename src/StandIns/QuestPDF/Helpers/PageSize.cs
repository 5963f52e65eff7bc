using QuestPDF.Infrastructure;
using QuestPDF.Layout;

namespace QuestPDF.Helpers;

/// <summary>Size of a page; width and height in points.</summary>
public class PageSize(float width, float height, Unit unit = Unit.Point)
{
    public float Width { get; } = width.ToPoints(unit);
    public float Height { get; } = height.ToPoints(unit);
}
