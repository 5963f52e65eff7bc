using QuestPDF.Layout;

namespace QuestPDF.Elements;

/// <summary>An item of a row; its size is in points, or a share, or unused when it is as wide as its content.</summary>
internal sealed record RowItem(RowItemKind Kind, float Size, Element Content);
