using QuestPDF.Drawing.Exceptions;
using QuestPDF.Infrastructure;
using QuestPDF.Typesetting;
using SkiaSharp;

namespace QuestPDF.Layout;

/// <summary>Draws a document until the page numbers it shows are the ones it has.</summary>
internal sealed class DocumentRenderer(IReadOnlyList<PageSet> pageSets)
{
    private const int MostPasses = 5;

    /// <summary>The files of the document: one PDF, or an image for each page.</summary>
    /// <param name="begin">Begins a document without pages.</param>
    public IReadOnlyList<byte[]> Render(Func<IPages> begin)
    {
        using var faces = new Faces();
        var assumed = new Pagination();
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var found = new Pagination();
            using var pages = begin();
            foreach (var pageSet in pageSets)
                Draw(pageSet, pages, new PageContext(0, assumed, pageSet.Style.Over(TextStyle.Root), faces, []), found);
            if (found.Agrees(assumed))
                return pages.Finish();
            assumed = found;
        }
        throw new DocumentLayoutException($"page numbers still change after {MostPasses} passes: their width moves what they count");
    }

    private static void Draw(PageSet pageSet, IPages pages, PageContext context, Pagination found)
    {
        for (Element? rest = pageSet.Content; rest is not null;)
        {
            context = context with { Page = ++found.TotalPages, Refusals = [] };
            var canvas = pages.BeginPage(pageSet.Size);
            canvas.Translate(pageSet.MarginHorizontal, pageSet.MarginVertical);
            rest = DrawPage(pageSet, rest, new Sheet(canvas, context.Page, found), context);
            pages.EndPage();
        }
    }

    private static Element? DrawPage(PageSet pageSet, Element content, Sheet sheet, PageContext context)
    {
        var inside = pageSet.Inside;
        var footer = pageSet.Footer.Place(inside, context) is { Rest: null } whole ? whole : throw Overflow("footer", inside, context);
        var space = new SKSize(inside.Width, inside.Height - footer.Size.Height);
        var body = content.Place(space, context) ?? throw Overflow("content", space, context);
        body.Draw(sheet, space);
        sheet.At(0, inside.Height - footer.Size.Height, () => footer.Draw(sheet, new SKSize(inside.Width, footer.Size.Height)));
        return body.Rest;
    }

    private static DocumentLayoutException Overflow(string name, SKSize space, PageContext context) => new(
        FormattableString.Invariant($"page {context.Page}: the {name} does not fit into {space.Width:0.#} x {space.Height:0.#} pt: ")
        + (context.Refusals.TryPeek(out var reason) ? reason : "it is longer than a page"));
}
