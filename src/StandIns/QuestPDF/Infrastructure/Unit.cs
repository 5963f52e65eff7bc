namespace QuestPDF.Infrastructure;

/// <summary>Units of length; a point is 1/72 inch.</summary>
public enum Unit
{
    Point,
    Centimetre,
    Millimetre,
}
