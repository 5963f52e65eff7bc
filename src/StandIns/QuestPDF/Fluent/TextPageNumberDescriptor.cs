using QuestPDF.Typesetting;

namespace QuestPDF.Fluent;

public sealed class TextPageNumberDescriptor : TextSpanDescriptor
{
    internal TextPageNumberDescriptor(TextSpan span)
        : base(span)
    {
    }
}
