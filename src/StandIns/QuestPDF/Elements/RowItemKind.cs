namespace QuestPDF.Elements;

internal enum RowItemKind
{
    Constant,
    Relative,
    Auto,
}
