namespace QuestPDF.Elements;

/// <summary>What decides the size of a picture, whose proportions are kept.</summary>
internal enum Fit
{
    Width,
    Height,
    Area,
}
