using QuestPDF.Fluent;
using QuestPDF.Helpers;
using QuestPDF.Infrastructure;

namespace NeuralCollapse.Reports;

/// <summary>Figures as images, for slides and wherever else SVG cannot go.</summary>
internal static class FigureImages
{
    /// <summary>Pixels to an inch: as journals ask for.</summary>
    private const int Dpi = 300;

    /// <summary>Each figure as PNG, as large as it is in the report.</summary>
    public static IReadOnlyList<byte[]> Png(IReadOnlyList<Figure> figures)
    {
        if (figures.Count == 0)
            return [];
        Typography.EnsureFonts();
        return [.. Document.Create(document => AddPages(document, figures)).GenerateImages(new() { RasterDpi = Dpi })];
    }

    private static void AddPages(IDocumentContainer document, IReadOnlyList<Figure> figures)
    {
        foreach (var figure in figures)
        {
            document.Page(page =>
            {
                page.Size(new PageSize(PageGeometry.ContentWidth, (float)figure.Height));
                page.DefaultTextStyle(_ => Typography.Body);
                page.Content().Svg(figure.Svg).FitWidth();
            });
        }
    }
}
