using QuestPDF.Elements;

namespace QuestPDF.Fluent;

public sealed class TextBlockDescriptor : TextSpanDescriptor
{
    private readonly TextBlock block;

    internal TextBlockDescriptor(TextBlock block)
        : base(block.Spans[0]) => this.block = block;

    public TextBlockDescriptor AlignLeft() => Align(TextAlignment.Left);

    public TextBlockDescriptor AlignCenter() => Align(TextAlignment.Center);

    public TextBlockDescriptor AlignRight() => Align(TextAlignment.Right);

    public TextBlockDescriptor Justify() => Align(TextAlignment.Justify);

    private TextBlockDescriptor Align(TextAlignment alignment)
    {
        block.Alignment = alignment;
        return this;
    }
}
