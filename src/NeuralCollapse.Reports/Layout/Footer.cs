using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace NeuralCollapse.Reports;

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
