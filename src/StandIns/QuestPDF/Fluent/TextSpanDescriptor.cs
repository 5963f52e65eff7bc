using QuestPDF.Typesetting;

namespace QuestPDF.Fluent;

public class TextSpanDescriptor
{
    internal TextSpanDescriptor(TextSpan span) => Span = span;

    internal TextSpan Span { get; }
}
