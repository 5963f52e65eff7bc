using QuestPDF.Infrastructure;

namespace QuestPDF.Helpers;

/// <summary>Colours with names.</summary>
public static class Colors
{
    public static readonly Color Black = new(0xFF000000);
    public static readonly Color White = new(0xFFFFFFFF);
}
