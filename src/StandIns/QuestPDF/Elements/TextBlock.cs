using QuestPDF.Layout;
using QuestPDF.Typesetting;
using SkiaSharp;

namespace QuestPDF.Elements;

/// <summary>Text in lines, broken between lines when the page ends.</summary>
internal sealed class TextBlock : Element
{
    private int firstLine;

    public List<TextSpan> Spans { get; private init; } = [];
    public bool IsOnTheRight { get; set; }

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
            : new TextBlock { Spans = Spans, IsOnTheRight = IsOnTheRight, firstLine = firstLine + fitting.Count };
        var width = fitting.Count == 0 ? 0 : fitting.Max(line => line.Width);
        return new Piece(new SKSize(width, height), (sheet, given) => Draw(sheet, given.Width, fitting), rest);
    }

    private void Draw(Sheet sheet, float width, IEnumerable<Line> lines)
    {
        var top = 0f;
        foreach (var line in lines)
        {
            var x = IsOnTheRight ? width - line.Width : 0;
            foreach (var fragment in line.Joined())
            {
                var face = fragment.Face;
                sheet.Canvas.DrawText(fragment.Text, x, top + line.Ascent, SKTextAlign.Left, face.Font, face.Paint);
                if (fragment.Section is { } section)
                {
                    using var link = sheet.Canvas.DrawLinkDestinationAnnotation(SKRect.Create(x, top, fragment.Width, line.Height), section);
                }

                x += fragment.FullWidth;
            }
            top += line.Height;
        }
    }

    private static string Describe(Line line, SKSize space) => FormattableString.Invariant(
        $"Text \"{string.Concat(line.Fragments.Select(fragment => fragment.Text))}\" needs {line.Width:0.#} x {line.Height:0.#} pt, ")
        + FormattableString.Invariant($"has {space.Width:0.#} x {space.Height:0.#} pt");
}
