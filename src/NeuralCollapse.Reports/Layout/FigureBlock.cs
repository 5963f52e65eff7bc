using NeuralCollapse.Records;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace NeuralCollapse.Reports;

/// <summary>A figure with its caption below, never torn apart.</summary>
internal sealed class FigureBlock(Numbered<Figure> figure, string experiment) : IComponent
{
    /// <summary>A higher figure is made smaller as a whole, so that it fits on a page with its caption.</summary>
    private const double MostHeight = 620;

    public void Compose(IContainer container) => container.ShowEntire().Section(SectionName.Figure(figure.Number)).Column(column =>
    {
        var width = PanelGrid.FigureWidth * Math.Min(1, MostHeight / figure.Content.Height);
        column.Spacing(4);
        column.Item().AlignCenter().Width((float)width).Svg(figure.Content.Svg).FitWidth();
        column.Item().Component(new Caption($"Figure {Numbers.Format(figure.Number)}", figure.Content.Title, figure.Content.Explanation));
        column.Item().Text($"From {experiment}, cells {string.Join(" ", figure.Content.Cells)}.").Style(Typography.Small);
    });
}
