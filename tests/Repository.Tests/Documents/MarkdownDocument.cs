using System.Text.RegularExpressions;

namespace Repository.Tests;

/// <summary>A Markdown file: its links, its code, and the anchors of its headings.</summary>
internal sealed partial class MarkdownDocument
{
    /// <summary>A column of a table under this heading speaks of another project.</summary>
    private const string ForeignColumn = "there";

    private readonly string[] fenced;
    private readonly string prose;

    /// <param name="path">Relative to the root of the repository, with slashes.</param>
    /// <param name="text">What is in it.</param>
    public MarkdownDocument(string path, string text)
    {
        Path = path;
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        fenced = [.. lines.Select(_ => "")];
        var (inFence, foreign) = (false, -1);
        for (var i = 0; i < lines.Length; i++)
        {
            var isFence = lines[i].TrimStart().StartsWith("```", StringComparison.Ordinal);
            inFence ^= isFence;
            if (inFence || isFence)
                (fenced[i], lines[i]) = (isFence ? "" : lines[i], "");
            foreign = !lines[i].StartsWith('|') ? -1 : foreign >= 0 ? foreign : Array.IndexOf(Cells(lines[i]), ForeignColumn);
            if (foreign >= 0)
                lines[i] = string.Join('|', Cells(lines[i]).Select((cell, column) => column == foreign ? "" : cell));
        }

        prose = string.Join('\n', lines);
    }

    public string Path { get; }

    /// <summary>Where its relative links start.</summary>
    public string Folder => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.LastIndexOf('/')] : "";

    /// <summary>Targets of links, with their line.</summary>
    public IEnumerable<(int Line, string Target)> Links => Link().Matches(Span().Replace(prose, Blank)).Select(m => (LineOf(m.Index), m.Groups[1].Value));

    /// <summary>What stands between backticks, in one line, with the line it begins in.</summary>
    public IEnumerable<(int Line, string Text)> Spans => Span().Matches(prose).Select(m => (LineOf(m.Index), LineEnd().Replace(m.Groups[1].Value, " ")));

    /// <summary>Lines of fenced code that are not empty, without the comments of a shell.</summary>
    public IEnumerable<(int Line, string Text)> Code =>
        fenced.Select((line, i) => (i + 1, Comment().Replace(line, "").Trim())).Where(line => line.Item2.Length > 0);

    /// <summary>Paths from one of the repository's folders on that stand in prose or in fenced code, without the dot of a sentence.</summary>
    public IEnumerable<(int Line, string Path)> Paths => BarePath().Matches(Link().Replace(Span().Replace(prose, Blank), Blank)).Select(m => (LineOf(m.Index), m.Value))
        .Concat(fenced.SelectMany((line, i) => BarePath().Matches(line).Select(m => (i + 1, m.Value))));

    /// <summary>Names in capitals joined by underscores, wherever they stand.</summary>
    public IEnumerable<(int Line, string Name)> Variables => Variable().Matches(prose).Select(m => (LineOf(m.Index), m.Value))
        .Concat(fenced.SelectMany((line, i) => Variable().Matches(line).Select(m => (i + 1, m.Value))));

    /// <summary>What a link may name after its number sign: headings as GitHub spells them.</summary>
    public IEnumerable<string> Anchors => Heading().Matches(prose)
        .Select(m => NoAnchor().Replace(m.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'))
        .GroupBy(anchor => anchor)
        .SelectMany(same => same.Select((anchor, i) => i == 0 ? anchor : $"{anchor}-{i}"));

    /// <summary>The rows of the table below a heading, but for its head, by the heads of its columns.</summary>
    /// <param name="heading">Text of the heading, without number signs.</param>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Table(string heading)
    {
        var lines = prose.Split('\n').SkipWhile(line => line.TrimStart('#').Trim() != heading || !line.StartsWith('#')).Skip(1)
            .TakeWhile(line => !line.StartsWith('#')).Where(line => line.StartsWith('|')).Select(Cells).ToList();
        return [.. lines.Skip(2).Select(cells => lines[0].Zip(cells).Where(pair => pair.First.Length > 0).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    private static string[] Cells(string line) => [.. line.Split('|').Select(cell => cell.Trim())];

    private static string Blank(Match match) => new(' ', match.Length);

    private int LineOf(int index) => prose.AsSpan(0, index).Count('\n') + 1;

    [GeneratedRegex(@"\[[^\]]*\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w./=-])(build|experiments|results|src|tests|\.ci|\.github)/([\w.*-]*/)*[\w*-]+(\.[\w*-]+)*")]
    private static partial Regex BarePath();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Span();

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex LineEnd();

    [GeneratedRegex(@"(^|\s)#.*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b")]
    private static partial Regex Variable();

    [GeneratedRegex("^#+ (.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NoAnchor();
}
