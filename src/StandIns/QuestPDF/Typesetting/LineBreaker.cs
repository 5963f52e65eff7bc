namespace QuestPDF.Typesetting;

/// <summary>Breaks text into lines: as many words as fit on each.</summary>
internal static class LineBreaker
{
    // Widths are sums of rounded numbers: without a little room a text would not fit into the width it asked for.
    private const float Slack = 0.01f;

    /// <summary>The lines of a text in which a new line is a fragment of its own.</summary>
    public static IEnumerable<Line> Break(IEnumerable<Fragment> fragments, float width)
    {
        var paragraph = new List<Fragment>();
        foreach (var fragment in fragments)
        {
            if (fragment.Text != "\n")
            {
                paragraph.Add(fragment);
                continue;
            }
            foreach (var line in BreakParagraph(paragraph.Count > 0 ? paragraph : [fragment with { Text = "" }], width))
                yield return line;
            paragraph.Clear();
        }
        if (paragraph.Count > 0)
        {
            foreach (var line in BreakParagraph(paragraph, width))
                yield return line;
        }
    }

    private static IEnumerable<Line> BreakParagraph(IEnumerable<Fragment> paragraph, float width)
    {
        var line = new List<Fragment>();
        var used = 0f;
        foreach (var word in Words(paragraph).SelectMany(word => word.Width > width + Slack ? word.Characters() : [word]))
        {
            if (line.Count > 0 && used + word.Width > width + Slack)
            {
                yield return new Line(line);
                line = [];
                used = 0;
            }
            line.AddRange(word.Fragments);
            used += word.FullWidth;
        }
        yield return new Line(line);
    }

    private static IEnumerable<Word> Words(IEnumerable<Fragment> paragraph)
    {
        var word = new List<Fragment>();
        foreach (var fragment in paragraph)
        {
            word.Add(fragment);
            if (!fragment.Breaks)
                continue;
            yield return new Word(word);
            word = [];
        }
        if (word.Count > 0)
            yield return new Word(word);
    }
}
