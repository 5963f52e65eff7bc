using QuestPDF.Layout;
using SkiaSharp;

namespace QuestPDF.Elements;

/// <summary>Elements one below the other.</summary>
internal sealed class Column : Element
{
    public float Spacing { get; set; }
    public List<Element> Items { get; private init; } = [];

    public override Piece? Place(SKSize space, PageContext context)
    {
        var placed = new List<(float Top, Piece Piece)>();
        var bottom = 0f;
        var next = 0;
        Element? broken = null;
        while (next < Items.Count && broken is null)
        {
            var top = placed.Count == 0 ? 0 : bottom + Spacing;
            var free = space.Height - top;
            if (free < 0 || Items[next].Place(new SKSize(space.Width, free), context) is not { } piece)
                break;
            placed.Add((top, piece));
            bottom = top + piece.Size.Height;
            broken = piece.Rest;
            next++;
        }
        if (placed.Count == 0 && Items.Count > 0)
            return null;
        var width = placed.Select(item => item.Piece.Size.Width).DefaultIfEmpty().Max();
        return new Piece(new SKSize(width, bottom), (sheet, given) => Draw(sheet, given.Width, placed), Rest(broken, next));
    }

    private static void Draw(Sheet sheet, float width, IEnumerable<(float Top, Piece Piece)> placed)
    {
        foreach (var (top, piece) in placed)
            sheet.At(0, top, () => piece.Draw(sheet, new SKSize(width, piece.Size.Height)));
    }

    private Column? Rest(Element? broken, int next)
    {
        var left = Items.Skip(next);
        if (broken is not null and not Nothing)
            left = left.Prepend(broken);
        var rest = new Column { Spacing = Spacing, Items = [.. left] };
        return rest.Items.Count == 0 ? null : rest;
    }
}
