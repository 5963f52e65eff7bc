namespace QuestPDF.Typesetting;

/// <summary>What stays together on a line; several fragments when the style changes within it.</summary>
internal sealed record Word(IReadOnlyList<Fragment> Fragments)
{
    public float FullWidth { get; } = Fragments.Sum(fragment => fragment.FullWidth);
    public float Width { get; } = Fragments.SkipLast(1).Sum(fragment => fragment.FullWidth) + Fragments[^1].Width;

    /// <summary>The word in pieces of one character, for a line that is too narrow for it.</summary>
    public IEnumerable<Word> Characters() =>
        Fragments.SelectMany(fragment => fragment.Characters()).Select(fragment => new Word([fragment]));
}
