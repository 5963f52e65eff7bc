using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace NeuralCollapse.Reports;

/// <summary>The first page: what is asked and what is answered.</summary>
internal sealed class AnswerPage(ReportModel model) : IComponent
{
    public void Compose(IContainer container) => container.Column(column =>
    {
        column.Spacing(10);
        column.Item().PaddingTop(14).Write(model.Title).Style(Typography.Title);
        column.Item().BorderLeft(2).BorderColor(Palette.Blue).PaddingLeft(10).Write(model.Question).Italic();
        foreach (var sentence in model.Answer)
            column.Item().Write(sentence);
        if (model.Effects is { } effects)
            column.Item().Component(new FigureBlock(effects));
    });
}

/// <summary>What the report was compiled from.</summary>
internal sealed class SourcesBlock(ReportModel model) : IComponent
{
    public void Compose(IContainer container) => container.Column(column =>
    {
        column.Spacing(12);
        column.Item().Write(model.Abstract);
        column.Item().BorderTop(0.75f).BorderBottom(0.75f).BorderColor(Palette.Ink).PaddingVertical(8).Table(table =>
        {
            table.ColumnsDefinition(columns =>
            {
                columns.ConstantColumn(80);
                columns.RelativeColumn();
            });
            foreach (var (name, value) in model.Facts)
            {
                table.Cell().PaddingVertical(1.5f).Write(name).Style(Typography.TableHead);
                table.Cell().PaddingVertical(1.5f).Write(value).Style(Typography.TableText);
            }
        });
    });
}
