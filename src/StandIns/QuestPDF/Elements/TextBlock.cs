using QuestPDF.Layout;
using QuestPDF.Typesetting;
using SkiaSharp;

namespace QuestPDF.Elements;

/// <summary>Text in lines, broken between lines when the page ends.</summary>
internal sealed class TextBlock : Element
{
    private int firstLine;

    public List<TextSpan> Spans { get; private init; } = [];
    public TextAlignment Alignment { get; set; }

    public override Piece? Place(SKSize space, PageContext context)
    {
        var lines = LineBreaker.Break(Fragments.Of(Spans, context), space.Width).Skip(firstLine).ToList();
        var fitting = new List<Line>();
        var height = 0f;
        foreach (var line in lines.TakeWhile(line => height + line.Height <= space.Height && line.Width <= space.Width + 0.01f))
        {
            fitting.Add(line);
            height += line.Height;
        }
        if (fitting.Count == 0 && lines.Count > 0)
            return context.Refuse(Describe(lines[0], space));
        var rest = fitting.Count == lines.Count
            ? null
            : new TextBlock { Spans = Spans, Alignment = Alignment, firstLine = firstLine + fitting.Count };
        var width = fitting.Count == 0 ? 0 : fitting.Max(line => line.Width);
        return new Piece(new SKSize(width, height), (sheet, given) => Draw(sheet, given.Width, fitting), rest);
    }

    private void Draw(Sheet sheet, float width, IEnumerable<Line> lines)
    {
        var top = 0f;
        foreach (var line in lines)
        {
            var free = width - line.Width;
            var x = Alignment switch
            {
                TextAlignment.Center => free / 2,
                TextAlignment.Right => free,
                _ => 0,
            };
            var stretched = Alignment == TextAlignment.Justify && !line.EndsParagraph;
            var gaps = line.Fragments.SkipLast(1).Count(fragment => fragment.Text.EndsWith(' '));
            var gap = stretched && gaps > 0 ? free / gaps : 0;
            foreach (var fragment in gap == 0 ? line.Joined() : line.Fragments)
            {
                Draw(sheet.Canvas, fragment, x, top, line);
                x += fragment.FullWidth + (fragment.Text.EndsWith(' ') ? gap : 0);
            }
            top += line.Height;
        }
    }

    private static void Draw(SKCanvas canvas, Fragment fragment, float x, float top, Line line)
    {
        var face = fragment.Face;
        canvas.DrawText(fragment.Text, x, top + line.Ascent - face.Lift, SKTextAlign.Left, face.Font, face.Paint);
        fragment.Link?.Draw(canvas, SKRect.Create(x, top, fragment.Width, line.Height));
    }

    private static string Describe(Line line, SKSize space) => FormattableString.Invariant(
        $"Text \"{string.Concat(line.Fragments.Select(fragment => fragment.Text))}\" needs {line.Width:0.#} x {line.Height:0.#} pt, ")
        + FormattableString.Invariant($"has {space.Width:0.#} x {space.Height:0.#} pt");
}
