using QuestPDF.Helpers;
using QuestPDF.Infrastructure;
using SkiaSharp;

namespace QuestPDF.Layout;

/// <summary>What pages are drawn on, one after the other.</summary>
internal interface IPages : IDisposable
{
    /// <summary>Where the next page is drawn, in points.</summary>
    SKCanvas BeginPage(PageSize size);

    void EndPage();

    /// <summary>The files that they make up.</summary>
    IReadOnlyList<byte[]> Finish();
}

/// <summary>All pages in one PDF.</summary>
internal sealed class PdfPages : IPages
{
    private readonly DocumentMetadata metadata;
    private readonly MemoryStream stream = new();
    private readonly SKDocument pdf;

    public PdfPages(DocumentMetadata metadata)
    {
        this.metadata = metadata;
        pdf = SKDocument.CreatePdf(stream, PdfMetadata.Of(metadata));
    }

    public SKCanvas BeginPage(PageSize size) => pdf.BeginPage(size.Width, size.Height);

    public void EndPage() => pdf.EndPage();

    public IReadOnlyList<byte[]> Finish()
    {
        pdf.Close();
        var bytes = stream.ToArray();
        PdfMetadata.WriteUniversalTime(bytes, metadata);
        return [bytes];
    }

    public void Dispose()
    {
        pdf.Dispose();
        stream.Dispose();
    }
}

/// <summary>Each page as a PNG of its own.</summary>
/// <param name="dpi">Pixels to 72 points.</param>
internal sealed class PngPages(int dpi) : IPages
{
    private readonly List<byte[]> images = [];
    private SKSurface? page;

    public SKCanvas BeginPage(PageSize size)
    {
        var scale = dpi / 72f;
        page = SKSurface.Create(new SKImageInfo((int)Math.Round(size.Width * scale), (int)Math.Round(size.Height * scale)));
        page.Canvas.Scale(scale);
        return page.Canvas;
    }

    public void EndPage()
    {
        using var image = page!.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        images.Add(png.ToArray());
        page.Dispose();
    }

    public IReadOnlyList<byte[]> Finish() => images;

    public void Dispose() => page?.Dispose();
}
