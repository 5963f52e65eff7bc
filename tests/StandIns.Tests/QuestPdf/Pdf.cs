using NeuralCollapse.Reports.Fonts;
using QuestPDF;
using QuestPDF.Drawing;
using QuestPDF.Fluent;
using QuestPDF.Helpers;
using QuestPDF.Infrastructure;
using UglyToad.PdfPig;
using Page = UglyToad.PdfPig.Content.Page;

namespace StandIns.Tests.QuestPdf;

/// <summary>Makes small documents and reads them back.</summary>
internal static class Pdf
{
    public const float Side = 200;
    public const float Margin = 20;

    private static readonly DateTimeOffset Date = new(2024, 2, 29, 12, 0, 0, TimeSpan.FromHours(1));

    static Pdf()
    {
        Settings.License = LicenseType.Community;
        Settings.UseEnvironmentFonts = false;
        foreach (var file in InterFonts.Files())
            FontManager.RegisterFont(new MemoryStream(file));
    }

    public static DocumentMetadata Metadata => new()
    {
        Title = "Collapse",
        Author = "Someone",
        CreationDate = Date,
        ModifiedDate = Date,
    };

    /// <summary>A document whose pages hold 200 x 200 points: ten lines of text.</summary>
    public static byte[] Of(Action<IContainer> content) => OfPage(page => content(page.Content()));

    public static byte[] OfPage(Action<PageDescriptor> page) => Document
        .Create(document => document.Page(descriptor =>
        {
            descriptor.Size(new PageSize(Side + (2 * Margin), Side + (2 * Margin)));
            descriptor.Margin(Margin);
            descriptor.DefaultTextStyle(style => style.FontFamily(InterFonts.Family).FontSize(10).LineHeight(2));
            page(descriptor);
        }))
        .WithMetadata(Metadata)
        .GeneratePdf();

    /// <summary>The words of each page, joined by blanks.</summary>
    public static IReadOnlyList<string> Words(byte[] pdf) =>
        Read(pdf, page => string.Join(' ', page.GetWords().Select(word => word.Text)));

    /// <summary>What a function says of each page.</summary>
    public static IReadOnlyList<T> Read<T>(byte[] pdf, Func<Page, T> read)
    {
        using var document = PdfDocument.Open(pdf);
        return [.. document.GetPages().Select(read)];
    }
}
