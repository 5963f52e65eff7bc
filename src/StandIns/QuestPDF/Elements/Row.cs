using QuestPDF.Layout;
using SkiaSharp;

namespace QuestPDF.Elements;

/// <summary>Elements side by side.</summary>
internal sealed class Row : Element
{
    public float Spacing { get; set; }
    public List<RowItem> Items { get; private init; } = [];

    public override Piece? Place(SKSize space, PageContext context)
    {
        if (Widths(space, context) is not { } widths)
            return null;
        var pieces = new List<Piece>();
        foreach (var (item, width) in Items.Zip(widths))
        {
            if (item.Content.Place(new SKSize(width, space.Height), context) is not { } piece)
                return null;
            pieces.Add(piece);
        }
        var size = new SKSize(widths.Sum() + Gaps, pieces.Select(piece => piece.Size.Height).DefaultIfEmpty().Max());
        return new Piece(size, (sheet, given) => Draw(sheet, given.Height, widths, pieces), Rest(widths, pieces));
    }

    private float Gaps => Spacing * Math.Max(0, Items.Count - 1);

    private List<float>? Widths(SKSize space, PageContext context)
    {
        var fixedWidths = new List<float?>();
        foreach (var item in Items)
        {
            if (item.Kind == RowItemKind.Auto && item.Content.Place(space, context) is null)
                return null;
            fixedWidths.Add(item.Kind switch
            {
                RowItemKind.Constant => item.Size,
                RowItemKind.Auto => item.Content.Place(space, context)!.Size.Width,
                _ => null,
            });
        }
        var free = space.Width - Gaps - fixedWidths.Sum(width => width ?? 0);
        if (free < -0.01f)
        {
            context.Refuse(FormattableString.Invariant($"Row needs {space.Width - free:0.#} pt of width, has {space.Width:0.#} pt"));
            return null;
        }
        var shares = Items.Where(item => item.Kind == RowItemKind.Relative).Sum(item => item.Size);
        return [.. Items.Zip(fixedWidths, (item, width) => width ?? Math.Max(0, free) * item.Size / shares)];
    }

    private void Draw(Sheet sheet, float height, IEnumerable<float> widths, IEnumerable<Piece> pieces)
    {
        var x = 0f;
        foreach (var (width, piece) in widths.Zip(pieces))
        {
            sheet.At(x, 0, () => piece.Draw(sheet, new SKSize(width, height)));
            x += width + Spacing;
        }
    }

    // What is left keeps the widths it has had.
    private Row? Rest(IEnumerable<float> widths, IReadOnlyList<Piece> pieces) => pieces.All(piece => piece.Rest is null)
        ? null
        : new Row
        {
            Spacing = Spacing,
            Items = [.. widths.Zip(pieces, (width, piece) => new RowItem(RowItemKind.Constant, width, piece.Rest ?? Nothing.Instance))],
        };
}
