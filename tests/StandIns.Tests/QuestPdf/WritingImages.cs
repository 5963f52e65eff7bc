using QuestPDF.Fluent;
using QuestPDF.Helpers;
using SkiaSharp;

namespace StandIns.Tests.QuestPdf;

public sealed class WritingImages
{
    [Fact]
    public void EachPageIsAnImageOfItsSize()
    {
        var images = Images((100, 50, "#ff0000"), (30.3f, 60, "#0000ff")).Select(SKBitmap.Decode).ToList();

        Assert.Equal([(200, 100), (61, 120)], images.Select(image => (image.Width, image.Height)));
        Assert.Equal([SKColors.Red, SKColors.Blue], images.Select(image => image.GetPixel(image.Width / 2, image.Height / 2)));
    }

    [Fact]
    public void TheSameDocumentGivesTheSameBytes() => Assert.Equal(Images((100, 50, "#ff0000")), Images((100, 50, "#ff0000")));

    private static List<byte[]> Images(params (float Width, float Height, string Colour)[] pages) => [.. Pdf.Document(document =>
    {
        foreach (var (width, height, colour) in pages)
        {
            document.Page(page =>
            {
                page.Size(new PageSize(width, height));
                page.Content().Svg(FormattableString.Invariant(
                    $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\"><rect width=\"{width}\" height=\"{height}\" fill=\"{colour}\"/></svg>"));
            });
        }
    }).GenerateImages(new() { RasterDpi = 144 })];
}
