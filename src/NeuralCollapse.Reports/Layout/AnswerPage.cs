using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace NeuralCollapse.Reports;

/// <summary>The first page: what is asked and what is answered.</summary>
internal sealed class AnswerPage(ReportModel model) : IComponent
{
    public void Compose(IContainer container) => container.Column(column =>
    {
        column.Spacing(7); // all of it is to be on one page
        column.Item().Write(model.Title).Style(Typography.Title);
        column.Item().BorderLeft(2).BorderColor(Palette.Blue).PaddingLeft(10).Write(model.Question).Italic();
        foreach (var sentence in model.Answer)
            column.Item().Paragraph(sentence);
        if (model.Effects is { } effects)
            column.Item().Component(new FigureBlock(effects));
        column.Item().Paragraph(Contents(), Typography.Caption);
    });

    /// <summary>The steps of the argument in a line, each of which leads there.</summary>
    private Sentence Contents()
    {
        var contents = Sentence.Empty;
        foreach (var (section, i) in model.Sections.Select((section, i) => (section, i)))
        {
            contents.AppendLiteral(i == 0 ? "In this report: " : ", ");
            contents.AppendFormatted(new Mention($"{Records.Numbers.Format(i + 1)} {section.Title}", SectionName.Section(i + 1)));
        }

        contents.AppendLiteral(".");
        return contents;
    }
}
