using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace NeuralCollapse.Reports;

/// <summary>What is measured, and where the cells come from.</summary>
internal sealed class Appendix(ReportModel model) : IComponent
{
    public void Compose(IContainer container) => container.Column(column =>
    {
        column.Spacing(14);
        column.Item().Section(SectionName.Metrics).Write("What is measured").Style(Typography.Heading);
        column.Item().Component(new TableBlock(model.Metrics));
        column.Item().PageBreak();
        column.Item().Section(SectionName.Provenance).Write("Where the cells come from").Style(Typography.Heading);
        column.Item().Component(new TableBlock(model.Provenance));
    });
}
