using QuestPDF.Infrastructure;
using QuestPDF.Layout;

namespace QuestPDF.Typesetting;

/// <summary>Text of one style; what it says may depend on the page.</summary>
internal sealed class TextSpan
{
    public required Func<PageContext, string> Text { get; init; }

    /// <summary>Name of the section that a click leads to; null for none.</summary>
    public string? Section { get; init; }

    public TextStyle Style { get; set; } = TextStyle.Default;
}
