using QuestPDF.Layout;

namespace QuestPDF.Elements;

/// <summary>Size: points for a constant item, a share for a relative one, unused for one as wide as its content.</summary>
internal sealed record RowItem(RowItemKind Kind, float Size, Element Content);
