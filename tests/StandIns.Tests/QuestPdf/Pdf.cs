using NeuralCollapse.Reports.Fonts;
using QuestPDF;
using QuestPDF.Drawing;
using QuestPDF.Fluent;
using QuestPDF.Helpers;
using QuestPDF.Infrastructure;
using UglyToad.PdfPig;

namespace StandIns.Tests.QuestPdf;

/// <summary>Makes small documents and reads them back.</summary>
internal static class Pdf
{
    private static readonly DateTimeOffset Date = new(2024, 2, 29, 12, 0, 0, TimeSpan.FromHours(1));

    static Pdf()
    {
        Settings.License = LicenseType.Community;
        Settings.UseEnvironmentFonts = false;
        foreach (var file in InterFonts.Files())
            FontManager.RegisterFont(new MemoryStream(file));
    }

    public static DocumentMetadata Metadata => new() { Title = "Report", Author = "Author", CreationDate = Date, ModifiedDate = Date };

    /// <summary>A document whose pages have 200 x 200 points inside and lines of 20 points.</summary>
    public static byte[] Of(Action<IContainer> content) => Of(page => content(page.Content()), 200);

    public static byte[] Of(Action<PageDescriptor> page, float side) => Document
        .Create(document => document.Page(descriptor =>
        {
            descriptor.Size(new PageSize(side + 40, side + 40));
            descriptor.Margin(20);
            descriptor.DefaultTextStyle(style => style.FontFamily(InterFonts.Family).FontSize(10).LineHeight(2));
            page(descriptor);
        }))
        .WithMetadata(Metadata)
        .GeneratePdf();

    /// <summary>The words of each page, in reading order, joined by blanks.</summary>
    public static IReadOnlyList<string> Pages(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return [.. document.GetPages().Select(page => string.Join(' ', page.GetWords().Select(word => word.Text)))];
    }
}
