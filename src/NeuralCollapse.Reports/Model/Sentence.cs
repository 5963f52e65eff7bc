using System.Runtime.CompilerServices;
using System.Text;

namespace NeuralCollapse.Reports;

/// <summary>
/// Text with the numbers in it that were computed from recorded results, and with the parts of the report that it mentions. Written as an
/// interpolated string: numbers, mentions and other sentences in its holes keep what they know.
/// </summary>
[InterpolatedStringHandler]
internal sealed class Sentence
{
    private readonly List<Piece> pieces = [];
    private readonly List<Printed> numbers = [];

    /// <summary>What the compiler calls for an interpolated string.</summary>
    public Sentence(int literalLength, int formattedCount) => (_, _) = (literalLength, formattedCount);

    private Sentence()
    {
    }

    /// <summary>In order.</summary>
    public IReadOnlyList<Piece> Pieces => pieces;

    /// <summary>In order.</summary>
    public IReadOnlyList<Printed> Numbers => numbers;

    public bool IsEmpty => pieces.All(piece => piece.Text.Length == 0);

    public static Sentence Empty => new();

    public void AppendLiteral(string text) => pieces.Add(new(text, null));

    public void AppendFormatted(string? text) => AppendLiteral(text ?? "");

    public void AppendFormatted(int number) => AppendLiteral(Records.Numbers.Format(number));

    public void AppendFormatted(Printed number)
    {
        AppendLiteral(number.Text);
        numbers.Add(number);
    }

    public void AppendFormatted(Mention mention) => pieces.Add(new(mention.Text, mention.Section));

    public void AppendFormatted(Sentence? sentence)
    {
        pieces.AddRange(sentence?.pieces ?? []);
        numbers.AddRange(sentence?.numbers ?? []);
    }

    /// <summary>a; a and b; a, b and c; or with another separator throughout.</summary>
    public static Sentence List(IReadOnlyList<Sentence> items, string? separator = null)
    {
        var list = Empty;
        for (var i = 0; i < items.Count; i++)
        {
            list.AppendLiteral(i == 0 ? "" : separator ?? (i == items.Count - 1 ? " and " : ", "));
            list.AppendFormatted(items[i]);
        }

        return list;
    }

    /// <summary>Sentences with a space between them; empty ones are left out.</summary>
    public static Sentence Paragraph(params IEnumerable<Sentence> sentences)
    {
        var paragraph = Empty;
        foreach (var sentence in sentences.Where(sentence => !sentence.IsEmpty))
        {
            paragraph.AppendLiteral(paragraph.pieces.Count == 0 ? "" : " ");
            paragraph.AppendFormatted(sentence);
        }

        return paragraph;
    }

    public override string ToString() => pieces.Aggregate(new StringBuilder(), (text, piece) => text.Append(piece.Text)).ToString();
}

/// <summary>A piece of a sentence, with the section that it leads to; null for most.</summary>
internal readonly record struct Piece(string Text, string? Section);

/// <summary>The name of a part of the report, such as figure 3, which leads there.</summary>
internal readonly record struct Mention(string Text, string Section)
{
    /// <summary>The same at the beginning of a sentence.</summary>
    public Mention Capital => this with { Text = char.ToUpperInvariant(Text[0]) + Text[1..] };

    public static Mention Of(Numbered<Figure> figure) => new($"figure {Records.Numbers.Format(figure.Number)}", SectionName.Figure(figure.Number));

    public static Mention Of(Table table) => OfTable(table.Number);

    public static Mention OfTable(int number) => new($"table {Records.Numbers.Format(number)}", SectionName.Table(number));
}
