using QuestPDF.Drawing.Exceptions;
using QuestPDF.Infrastructure;
using QuestPDF.Layout;

namespace QuestPDF.Fluent;

public static class GenerateExtensions
{
    /// <summary>The document as a PDF file.</summary>
    /// <exception cref="DocumentComposeException">There are no pages.</exception>
    /// <exception cref="DocumentLayoutException">A part does not fit on a page of its own.</exception>
    /// <exception cref="DocumentDrawingException">A font, a character or a part of a drawing is not available.</exception>
    public static byte[] GeneratePdf(this IDocument document)
    {
        if (Settings.License is null)
            throw new InvalidOperationException("expected Settings.License to be set before a document is generated");
        if (Settings.UseEnvironmentFonts)
            throw new InvalidOperationException("expected Settings.UseEnvironmentFonts to be false: only registered fonts are used");
        var container = new DocumentContainer();
        document.Compose(container);
        if (container.PageSets.Count == 0)
            throw new DocumentComposeException("expected a document with pages, got one without");
        return new DocumentRenderer(container.PageSets, document.GetMetadata()).Render();
    }

    /// <summary>Writes the document as a PDF file.</summary>
    public static void GeneratePdf(this IDocument document, string filePath) => File.WriteAllBytes(filePath, document.GeneratePdf());
}
