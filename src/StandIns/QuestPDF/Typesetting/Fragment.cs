namespace QuestPDF.Typesetting;

/// <summary>Text of one face that is never broken, with the spaces after it.</summary>
internal sealed record Fragment(string Text, Face Face, string? Section = null)
{
    /// <summary>Width without the spaces at the end.</summary>
    public float Width { get; } = Face.Width(Text.TrimEnd(' '));

    /// <summary>Width with the spaces at the end.</summary>
    public float FullWidth { get; } = Face.Width(Text);

    /// <summary>Whether a line may end after it.</summary>
    public bool Breaks => Text.Length > 0 && Text[^1] is ' ' or '-' or '–' or '—';

    public IEnumerable<Fragment> Characters()
    {
        var elements = System.Globalization.StringInfo.GetTextElementEnumerator(Text);
        while (elements.MoveNext())
            yield return new Fragment(elements.GetTextElement(), Face, Section);
    }
}
