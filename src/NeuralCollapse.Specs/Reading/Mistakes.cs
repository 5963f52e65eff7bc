namespace NeuralCollapse.Specs;

/// <summary>
/// The mistakes found so far in one spec file. A mistake reached along many ways, such as through many cells, counts once.
/// </summary>
internal sealed class Mistakes(string file)
{
    private readonly HashSet<Mistake> found = [];

    /// <summary>
    /// Grows whenever something is found wrong, even if that is known already: so who asked for a value learns that the reason has been
    /// given.
    /// </summary>
    public int Count { get; private set; }

    /// <summary>Met a value again whose mistake has been reported.</summary>
    public void Again() => Count++;

    public void Add(Node at, string expected, string got, string remedy = "") =>
        AddAt(at, at.Path, expected, got, remedy);

    /// <summary>For a mistake about a path that is not that of the node, such as a key missing in a map.</summary>
    public void AddAt(Node at, string path, string expected, string got, string remedy = "") =>
        Add(at.Line, at.Column, (path.Length == 0 ? "" : $"{path}: ") + $"expected {expected}, got {got}", remedy);

    public void Add(long line, long column, string text, string remedy = "")
    {
        Count++;
        found.Add(new Mistake((int)line, (int)column, remedy.Length == 0 ? text : $"{text}; {remedy}"));
    }

    /// <summary>What they say without their places, sorted by these.</summary>
    public IReadOnlyList<string> Texts => [.. found.OrderBy(m => m.Line).ThenBy(m => m.Column).ThenBy(m => m.Text, StringComparer.Ordinal).Select(m => m.Text)];

    /// <exception cref="UserMistakeException">When there are any: all of them, sorted by position.</exception>
    public void ThrowIfAny()
    {
        if (found.Count == 0)
        {
            return;
        }

        var lines = found
            .OrderBy(m => m.Line).ThenBy(m => m.Column).ThenBy(m => m.Text, StringComparer.Ordinal)
            .Select(m => FormattableString.Invariant($"{file}:{m.Line}:{m.Column}: {m.Text}"));
        var count = found.Count == 1 ? "1 mistake" : FormattableString.Invariant($"{found.Count} mistakes");
        throw new UserMistakeException(string.Join('\n', lines.Append($"{count} in {file}; experiments/README.md explains every key")));
    }
}
