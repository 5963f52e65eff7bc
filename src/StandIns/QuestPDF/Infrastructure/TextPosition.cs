namespace QuestPDF.Infrastructure;

internal enum TextPosition
{
    Baseline,
    Subscript,
    Superscript,
}
