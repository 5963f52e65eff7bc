namespace NeuralCollapse.Specs;

/// <summary>
/// The errors found so far in one spec file. An error reached along many ways, such as through many cells, counts once.
/// </summary>
internal sealed class Errors(string file)
{
    private readonly HashSet<Error> found = [];

    /// <summary>
    /// Grows whenever something is found wrong, even if that is known already: so who asked for a value learns that the reason has been
    /// given.
    /// </summary>
    public int Count { get; private set; }

    /// <summary>Met a value again whose error has been reported.</summary>
    public void Again() => Count++;

    /// <summary>An objection to a value; none where it is broken, which has been reported.</summary>
    public void Add(Node at, string expected, string got, string remedy = "") =>
        AddAt(at, at.Path, expected, got, remedy);

    /// <summary>For an error about a path that is not that of the node, such as a key missing in a map.</summary>
    public void AddAt(Node at, string path, string expected, string got, string remedy = "")
    {
        if (at is BrokenNode)
            Again();
        else
            Add(at.Line, at.Column, path, expected, got, remedy);
    }

    public void Add(long line, long column, string path, string expected, string got, string remedy) =>
        Add(line, column, (path.Length == 0 ? "" : $"{path}: ") + $"expected {expected}, got {got}", remedy);

    public void Add(long line, long column, string text, string remedy = "")
    {
        Count++;
        found.Add(new Error((int)line, (int)column, remedy.Length == 0 ? text : $"{text}; {remedy}"));
    }

    /// <summary>What they say without their places, sorted by these.</summary>
    public IReadOnlyList<string> Texts => [.. found.OrderBy(m => m.Line).ThenBy(m => m.Column).ThenBy(m => m.Text, StringComparer.Ordinal).Select(m => m.Text)];

    /// <exception cref="UserErrorException">When there are any: all of them, sorted by position.</exception>
    public void ThrowIfAny()
    {
        if (found.Count == 0)
            return;

        var lines = found
            .OrderBy(m => m.Line).ThenBy(m => m.Column).ThenBy(m => m.Text, StringComparer.Ordinal)
            .Take(SpecBounds.Errors)
            .Select(m => FormattableString.Invariant($"{file}:{m.Line}:{m.Column}: {m.Text}"));
        if (found.Count > SpecBounds.Errors)
            lines = lines.Append(FormattableString.Invariant($"and {found.Count - SpecBounds.Errors} more"));
        var count = found.Count == 1 ? "1 error" : FormattableString.Invariant($"{found.Count} errors");
        throw new UserErrorException(string.Join('\n', lines.Append($"{count} in {file}; experiments/README.md explains every key")));
    }
}

/// <summary>One error of a spec file, at its place. Two with equal place and text are one.</summary>
internal sealed record Error(int Line, int Column, string Text);

/// <summary>A part of a spec whose values must fit together: its rules stand beside it.</summary>
public interface IChecked
{
    /// <summary>What is wrong with values that are each allowed by themselves. Empty when they fit.</summary>
    IEnumerable<Objection> Objections();
}

/// <summary>A value that does not fit the others.</summary>
/// <param name="Key">Path to the value from the part that objects, such as <c>schedule.milestones[2]</c>.</param>
/// <param name="Expected">What would fit, and why.</param>
/// <param name="Got">What is there.</param>
public sealed record Objection(string Key, string Expected, string Got)
{
    /// <summary>An objection to every element that is not larger than the one before it.</summary>
    public static IEnumerable<Objection> UnlessIncreasing(string key, IReadOnlyList<int> values) =>
        from i in Enumerable.Range(1, Math.Max(0, values.Count - 1))
        where values[i] <= values[i - 1]
        select new Objection(
            FormattableString.Invariant($"{key}[{i}]"),
            FormattableString.Invariant($"more than the {values[i - 1]} before it"),
            FormattableString.Invariant($"{values[i]}"));
}
