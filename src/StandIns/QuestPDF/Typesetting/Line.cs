namespace QuestPDF.Typesetting;

/// <summary>A line of a paragraph; lengths in points.</summary>
internal sealed record Line(IReadOnlyList<Fragment> Fragments)
{
    public float Width { get; } = Fragments.SkipLast(1).Sum(fragment => fragment.FullWidth) + Fragments[^1].Width;
    public float Ascent { get; } = Fragments.Max(fragment => fragment.Face.Ascent);
    public float Height { get; } = Fragments.Max(fragment => fragment.Face.Ascent) + Fragments.Max(fragment => fragment.Face.Descent);

    /// <summary>The fragments with neighbours of one style joined, so that the text of a PDF stays in one piece.</summary>
    public IEnumerable<Fragment> Joined()
    {
        var joined = Fragments[0];
        foreach (var fragment in Fragments.Skip(1))
        {
            if (ReferenceEquals(fragment.Face, joined.Face) && fragment.Section == joined.Section)
            {
                joined = new Fragment(joined.Text + fragment.Text, joined.Face, joined.Section);
                continue;
            }
            yield return joined;
            joined = fragment;
        }
        yield return joined;
    }
}
