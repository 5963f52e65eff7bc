namespace QuestPDF.Elements.Table;

/// <summary>Constant: width in points.</summary>
/// <remarks>Share: share of the width that constant columns leave.</remarks>
internal sealed record TableColumn(float Constant, float Share);
