using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace NeuralCollapse.Reports;

/// <summary>Number and title of a figure or table, and how to read it.</summary>
internal sealed class Caption(string label, string title, string explanation) : IComponent
{
    public void Compose(IContainer container) => container.Text(text =>
    {
        text.Write($"{label}. ").Style(Typography.Caption.Bold());
        text.Write($"{title} ").Style(Typography.Caption.SemiBold());
        text.Write(explanation).Style(Typography.Caption);
    });
}
