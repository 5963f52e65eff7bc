namespace QuestPDF.Elements;

internal enum TextAlignment
{
    Left,
    Center,
    Right,
    Justify,
}
