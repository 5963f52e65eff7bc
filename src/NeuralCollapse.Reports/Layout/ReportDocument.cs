using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace NeuralCollapse.Reports;

/// <summary>The pages of the report.</summary>
/// <param name="model">What they say.</param>
/// <param name="withAppendix">Whether all of each experiment follows on the argument.</param>
internal sealed class ReportDocument(ReportModel model, bool withAppendix)
{
    /// <summary>The bytes of the PDF: the same for the same model.</summary>
    public byte[] Generate()
    {
        Typography.EnsureFonts();
        return Document.Create(Compose).WithMetadata(new()
        {
            Title = model.Title,
            Author = "NeuralCollapse",
            Subject = string.Join(", ", model.Experiments.Select(e => e.Name)),
            Creator = "NeuralCollapse.Reports",
            CreationDate = model.Date,
            ModifiedDate = model.Date,
        }).GeneratePdf();
    }

    private void Compose(IDocumentContainer document) => document.Page(page =>
    {
        page.Size(PageGeometry.Size);
        page.MarginHorizontal(PageGeometry.SideMargin);
        page.MarginVertical(PageGeometry.BottomMargin);
        page.DefaultTextStyle(_ => Typography.Body);
        page.Content().PaddingTop(PageGeometry.TopMargin - PageGeometry.BottomMargin).Column(Content);
        page.Footer().Component(new Footer());
    });

    private void Content(ColumnDescriptor column)
    {
        column.Item().PaddingBottom(14).Component(new AnswerPage(model));
        foreach (var (section, i) in model.Sections.Select((section, i) => (section, i)))
            column.Item().PaddingBottom(14).Component(new SectionPart(section, i + 1));
        if (!withAppendix)
            return;
        column.Item().PageBreak();
        column.Item().Component(new Contents(model));
        for (var i = 0; i < model.Experiments.Count; i++)
        {
            column.Item().PageBreak();
            column.Item().Component(new ExperimentPart(model.Experiments[i], i + 1));
        }

        column.Item().PageBreak();
        column.Item().Component(new Appendix(model));
    }
}

/// <summary>Page x of y.</summary>
internal sealed class Footer : IComponent
{
    public void Compose(IContainer container) => container.PaddingTop(10).AlignCenter().Text(text =>
    {
        text.Write("Page ").Style(Typography.Small);
        text.CurrentPageNumber().Style(Typography.Small);
        text.Write(" of ").Style(Typography.Small);
        text.TotalPages().Style(Typography.Small);
    });
}
