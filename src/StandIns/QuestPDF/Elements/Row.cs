using QuestPDF.Layout;
using SkiaSharp;

namespace QuestPDF.Elements;

/// <summary>Elements side by side.</summary>
internal sealed class Row : Element
{
    public List<(Breadth Breadth, Element Content)> Items { get; private init; } = [];

    public override Piece? Place(SKSize space, PageContext context)
    {
        if (Breadth.Widths([.. Items.Select(item => item.Breadth)], space, nameof(Row), context) is not { } widths)
            return null;
        var pieces = new List<Piece>();
        foreach (var (item, width) in Items.Zip(widths))
        {
            if (item.Content.Place(new SKSize(width, space.Height), context) is not { } piece)
                return null;
            pieces.Add(piece);
        }
        var size = new SKSize(widths.Sum(), pieces.Select(piece => piece.Size.Height).DefaultIfEmpty().Max());
        return new Piece(size, (sheet, given) => Draw(sheet, given.Height, widths, pieces), Rest(pieces));
    }

    private static void Draw(Sheet sheet, float height, IEnumerable<float> widths, IEnumerable<Piece> pieces)
    {
        var x = 0f;
        foreach (var (width, piece) in widths.Zip(pieces))
        {
            sheet.At(x, 0, () => piece.Draw(sheet, new SKSize(width, height)));
            x += width;
        }
    }

    private Row? Rest(IReadOnlyList<Piece> pieces) => pieces.All(piece => piece.Rest is null)
        ? null
        : new Row { Items = [.. Items.Zip(pieces, (item, piece) => (item.Breadth, piece.Rest ?? Nothing.Instance))] };
}
