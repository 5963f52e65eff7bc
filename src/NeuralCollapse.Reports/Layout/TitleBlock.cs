using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace NeuralCollapse.Reports;

/// <summary>Title, what the report is, and what it was compiled from.</summary>
internal sealed class TitleBlock(ReportModel model) : IComponent
{
    public void Compose(IContainer container) => container.Column(column =>
    {
        column.Spacing(12);
        column.Item().PaddingTop(20).Write(model.Title).Style(Typography.Title);
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
