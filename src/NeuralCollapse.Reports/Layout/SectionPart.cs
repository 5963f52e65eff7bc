using NeuralCollapse.Records;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace NeuralCollapse.Reports;

/// <summary>A step of the argument: its heading, and paragraphs, tables and figures below.</summary>
internal sealed class SectionPart(Section section, int number) : IComponent
{
    /// <summary>A heading needs so much room on its page, or it begins the next.</summary>
    private const float BelowHeading = 180;

    private const double HighestWithHeading = 540;

    public void Compose(IContainer container) => container.Column(column =>
    {
        column.Spacing(9);
        // A figure stays with the heading and the text that it is for, as long as a page has room for all of them.
        var isWithFigure = section.Blocks is [Block.Passage, Block.Illustration { Figure.Content.Height: < HighestWithHeading }, ..];
        var together = isWithFigure ? 2 : 1;
        var begin = isWithFigure ? column.Item().ShowEntire() : column.Item().EnsureSpace(BelowHeading);
        begin.Section(SectionName.Section(number)).Column(first =>
        {
            first.Spacing(9);
            first.Item().Write($"{Numbers.Format(number)}  {section.Title}").Style(Typography.Heading);
            foreach (var block in section.Blocks.Take(together))
                Set(first.Item(), block);
        });
        foreach (var block in section.Blocks.Skip(together))
            Set(column.Item(), block);
    });

    private static void Set(IContainer item, Block block)
    {
        switch (block)
        {
            case Block.Passage { Sentence: var sentence }:
                item.Paragraph(sentence);
                break;
            case Block.Tabulation { Table: var table }:
                item.Component(new TableBlock(table));
                break;
            case Block.Illustration { Figure: var figure }:
                item.Component(new FigureBlock(figure));
                break;
        }
    }
}
