using System.Text;
using NeuralCollapse.Reports;
using QuestPDF;
using QuestPDF.Fluent;
using QuestPDF.Helpers;
using QuestPDF.Infrastructure;
using UglyToad.PdfPig;
using Page = UglyToad.PdfPig.Content.Page;

namespace StandIns.Tests.QuestPdf;

/// <summary>Makes small documents and reads them back.</summary>
internal static class Pdf
{
    /// <summary>Width and height of what is inside of the margins, and the margins on the left and below, in points.</summary>
    public const float Side = 200;
    public const float Left = (595 - Side) / 2;
    public const float Bottom = (842 - Side) / 2;

    /// <summary>A family that lies in the second of the folders with fonts only.</summary>
    public const string OtherFamily = "Outer";

    private static readonly DateTimeOffset Date = new(2024, 2, 29, 12, 0, 0, TimeSpan.FromHours(1));

    static Pdf()
    {
        Settings.License = LicenseType.Community;
        Settings.UseEnvironmentFonts = false;
        Settings.FontDiscoveryPaths.Clear();
        Settings.FontDiscoveryPaths.Add(InterFonts.Folder);
        Settings.FontDiscoveryPaths.Add(FolderOfOtherFamily());
    }

    public static DocumentMetadata Metadata => new()
    {
        Title = "Collapse",
        Subject = "Features",
        CreationDate = Date,
        ModifiedDate = Date,
    };

    /// <summary>A document whose pages hold 200 x 200 points: ten lines of text.</summary>
    public static byte[] Of(Action<IContainer> content) => OfPage(page => content(page.Content()));

    public static byte[] OfPage(Action<PageDescriptor> page) => Document(document => document.Page(descriptor =>
    {
        descriptor.Size(PageSizes.A4);
        descriptor.MarginHorizontal(Left);
        descriptor.MarginVertical(Bottom);
        descriptor.DefaultTextStyle(style => style.FontFamily(InterFonts.Family).FontSize(10).LineHeight(2));
        page(descriptor);
    })).GeneratePdf();

    public static Document Document(Action<IDocumentContainer> pages) => QuestPDF.Fluent.Document.Create(pages).WithMetadata(Metadata);

    /// <summary>The words of each page, joined by blanks.</summary>
    public static IReadOnlyList<string> Words(byte[] pdf) =>
        Read(pdf, page => string.Join(' ', page.GetWords().Select(word => word.Text)));

    /// <summary>Writes a font that differs from Inter in its name alone.</summary>
    private static string FolderOfOtherFamily()
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "OtherFonts")).FullName;
        var font = Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(InterFonts.Folder, "Inter-Regular.ttf")));
        string Name(string family) => Encoding.Latin1.GetString(Encoding.BigEndianUnicode.GetBytes(family));
        var renamed = font.Replace(Name(InterFonts.Family), Name(OtherFamily), StringComparison.Ordinal);
        File.WriteAllBytes(Path.Combine(folder, "Outer-Regular.ttf"), Encoding.Latin1.GetBytes(renamed));
        return folder;
    }

    /// <summary>What a function says of each page.</summary>
    public static IReadOnlyList<T> Read<T>(byte[] pdf, Func<Page, T> read)
    {
        using var document = PdfDocument.Open(pdf);
        return [.. document.GetPages().Select(read)];
    }
}
