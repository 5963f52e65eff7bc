using NeuralCollapse.Records;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace NeuralCollapse.Reports;

/// <summary>A figure with its caption below, never torn apart.</summary>
internal sealed class FigureBlock(Numbered<Figure> figure) : IComponent
{
    /// <summary>Room that a figure leaves on a page for its caption and the footer.</summary>
    private const float BelowFigure = 96;

    public void Compose(IContainer container) => container.ShowEntire().Section(SectionName.Figure(figure.Number)).Column(column =>
    {
        // A high figure is made smaller as a whole, so that it fits on a page.
        var scale = Math.Min(1, (PageGeometry.ContentHeight - BelowFigure) / figure.Content.Height);
        column.Spacing(4);
        column.Item().AlignCenter().MaxWidth((float)(scale * PageGeometry.ContentWidth)).Svg(figure.Content.Svg).FitWidth();
        column.Item().Component(new Caption($"Figure {Numbers.Format(figure.Number)}", figure.Content.Title, figure.Content.Explanation));
    });
}

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
