using QuestPDF.Helpers;
using QuestPDF.Infrastructure;
using QuestPDF.Layout;

namespace QuestPDF.Fluent;

public class PageDescriptor
{
    internal PageDescriptor()
    {
    }

    internal PageSet Pages { get; } = new();

    public void Size(PageSize pageSize) => Pages.Size = pageSize;

    public void Margin(float value, Unit unit = Unit.Point)
    {
        MarginVertical(value, unit);
        MarginHorizontal(value, unit);
    }

    public void MarginVertical(float value, Unit unit = Unit.Point) => Pages.Top = Pages.Bottom = value.ToPoints(unit);

    public void MarginHorizontal(float value, Unit unit = Unit.Point) => Pages.Left = Pages.Right = value.ToPoints(unit);

    /// <summary>Changes the style of all text of the pages.</summary>
    public void DefaultTextStyle(Func<TextStyle, TextStyle> handler) => Pages.Style = handler(TextStyle.Default);

    /// <summary>What stands on top of every page.</summary>
    public IContainer Header() => Pages.Header;

    /// <summary>What is spread over the pages.</summary>
    public IContainer Content() => Pages.Content;

    /// <summary>What stands at the bottom of every page.</summary>
    public IContainer Footer() => Pages.Footer;
}
