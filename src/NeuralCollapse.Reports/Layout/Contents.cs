using NeuralCollapse.Records;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace NeuralCollapse.Reports;

/// <summary>Contents of the appendix, with figures and tables below their experiment.</summary>
internal sealed class Contents(ReportModel model) : IComponent
{
    public void Compose(IContainer container) => container.Column(column =>
    {
        column.Item().PaddingBottom(6).Write("Appendix: all of each experiment").Style(Typography.Subheading);
        for (var i = 0; i < model.Experiments.Count; i++)
        {
            var experiment = model.Experiments[i];
            Entry(column, SectionName.Experiment(i + 1), $"{Numbers.Format(i + 1)}  {experiment.Title}", isPart: true);
            foreach (var table in experiment.MainTables)
                Entry(column, SectionName.Table(table.Number), "Table", table.Number, table.Title);
            foreach (var figure in experiment.Figures)
                Entry(column, SectionName.Figure(figure.Number), "Figure", figure.Number, figure.Content.Title);
        }

        Entry(column, SectionName.Metrics, "What is measured", isPart: true);
        Entry(column, SectionName.Provenance, "Where the cells come from", isPart: true);
    });

    private static void Entry(ColumnDescriptor column, string section, string kind, int number, string title) =>
        Entry(column, section, $"{kind} {Numbers.Format(number)}  {title.TrimEnd('.')}", isPart: false);

    private static void Entry(ColumnDescriptor column, string section, string text, bool isPart) =>
        column.Item().PaddingTop(isPart ? 5 : 0).PaddingLeft(isPart ? 0 : 12).SectionLink(section).Row(row =>
        {
            var style = isPart ? Typography.TableHead.FontSize(9) : Typography.Caption;
            row.RelativeItem().Write(text).Style(style);
            row.ConstantItem(24).AlignRight().Text(t => t.BeginPageNumberOfSection(section).Style(style));
        });
}
