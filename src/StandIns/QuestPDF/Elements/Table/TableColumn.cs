namespace QuestPDF.Elements.Table;

/// <summary>A column: a width in points, or a share of the width that such columns leave.</summary>
internal sealed record TableColumn(float Constant, float Share);
