using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace NeuralCollapse.Reports;

/// <summary>The only door through which text enters the document: what the typeface lacks is written as its code point.</summary>
internal static class Writing
{
#pragma warning disable RS0030 // All other text goes through here.
    /// <summary>Sets text of one style.</summary>
    public static TextBlockDescriptor Write(this IContainer container, string text) => container.Text(Printable.Text(text));

    /// <summary>Adds text to a block of several styles.</summary>
    public static TextSpanDescriptor Write(this TextDescriptor block, string text) => block.Span(Printable.Text(text));
#pragma warning restore RS0030
}
