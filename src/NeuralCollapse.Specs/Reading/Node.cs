using System.Globalization;
using System.Text.RegularExpressions;

namespace NeuralCollapse.Specs;

/// <summary>A value as it stands in a spec file: it knows its place, so that an error found much later still points at it.</summary>
/// <param name="line">Line of its first character, from 1.</param>
/// <param name="column">Column of its first character, from 1.</param>
/// <param name="path">Keys and indices that lead to it in the file, such as <c>matrix.loss[1].gamma</c>; empty for the whole file.</param>
internal abstract class Node(int line, int column, string path)
{
    public int Line { get; } = line;

    public int Column { get; } = column;

    public string Path { get; } = path;

    /// <summary>What stands there, for the "got" of a message.</summary>
    public abstract string Description { get; }

    public string PathOf(string key) => Path.Length == 0 ? key : $"{Path}.{key}";
}

/// <summary>A single value, typed by the rules of YAML's core schema: quoted is always text.</summary>
internal sealed partial class ScalarNode(int line, int column, string path, string text, bool quoted) : Node(line, column, path)
{
    private const int LongestShown = 100;

    public string Text { get; } = text;

    public bool IsNull => !quoted && Text is ("" or "~" or "null" or "Null" or "NULL");

    public bool IsNumber => !quoted && NumberText.IsNumber(Text);

    public bool IsQuotedNumber => quoted && NumberText.IsNumber(Text);

    /// <summary>Whether it is a number to every reader of YAML, but not the same one to all.</summary>
    public bool IsAmbiguousNumber => !quoted && NumberText.IsAmbiguous(Text);

    /// <summary>Whether, as a key, it would merge another map into its own.</summary>
    public bool IsMergeKey => !quoted && Text == "<<";

    public bool IsTruth => !quoted && Text is ("true" or "True" or "TRUE" or "false" or "False" or "FALSE");

    public bool IsText => quoted || !(IsNull || IsNumber || IsAmbiguousNumber || IsTruth || IsNotFinite);

    /// <summary>.nan and .inf: numbers to YAML, values of nothing in a spec.</summary>
    private bool IsNotFinite => NotFinite().IsMatch(Text);

    public override string Description => IsNull ? "nothing" : IsText ? $"the text \"{Shown}\"" : Shown;

    /// <summary>What a message quotes of it.</summary>
    private string Shown => Text.Length <= LongestShown ? Text : FormattableString.Invariant($"{Text[..LongestShown]}...");

    /// <summary>The number, or null where there is none.</summary>
    public double? AsNumber() => quoted ? null : NumberText.Read(Text);

    /// <summary>The whole number, or null where there is none.</summary>
    public int? AsWholeNumber() => quoted ? null : NumberText.ReadWhole(Text);

    public bool AsTruth() => Text is "true" or "True" or "TRUE";

    [GeneratedRegex(@"^([-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$")]
    private static partial Regex NotFinite();
}

/// <summary>A list of values.</summary>
internal sealed class ListNode(int line, int column, string path, IReadOnlyList<Node> items) : Node(line, column, path)
{
    public IReadOnlyList<Node> Items { get; } = items;

    /// <summary>How many values each item stands for: one, unless who reads the list says otherwise.</summary>
    public IReadOnlyList<int> ValuesOfItems { get; set; } = [.. items.Select(_ => 1)];

    /// <summary>The item that a value of the list comes from.</summary>
    public Node ItemOf(int value)
    {
        foreach (var (item, values) in Items.Zip(ValuesOfItems))
        {
            value -= values;
            if (value < 0)
                return item;
        }

        throw new ArgumentOutOfRangeException(nameof(value));
    }

    public override string Description => Items.Count == 0 ? "an empty list" : "a list";
}

/// <summary>A map, with its entries in the order of the file; a key written twice is there twice, until someone objects.</summary>
internal sealed class MapNode(int line, int column, string path, IReadOnlyList<Entry> entries) : Node(line, column, path)
{
    public IReadOnlyList<Entry> Entries { get; } = entries;

    public override string Description => Entries.Count == 0 ? "an empty map" : "a map";

    public Node? Find(string key) => Entries.FirstOrDefault(e => e.Key.Text == key)?.Value;

    /// <summary>The value at a path of keys, or null.</summary>
    public Node? Find(ReadOnlySpan<string> keys)
    {
        Node? node = this;
        foreach (var key in keys)
            node = (node as MapNode)?.Find(key);

        return node;
    }

    /// <summary>
    /// The node at a path such as <c>schedule.milestones[2]</c>; where a default was not written out, the nearest one around it, and the rest of
    /// the path.
    /// </summary>
    public (Node At, string Below) Locate(string path)
    {
        Node node = this;
        var steps = path.Split('.', '[', ']').Where(s => s.Length > 0).ToArray();
        foreach (var (index, step) in steps.Index())
        {
            var next = node is ListNode list ? list.ItemOf(int.Parse(step, CultureInfo.InvariantCulture)) : (node as MapNode)?.Find(step);
            if (next is null)
                return (node, string.Join('.', steps[index..]));
            node = next;
        }

        return (node, "");
    }

    /// <summary>This map with only the entries whose keys are wanted.</summary>
    public MapNode Only(Func<string, bool> wanted) => new(Line, Column, Path, [.. Entries.Where(e => wanted(e.Key.Text))]);

    /// <summary>
    /// This map with a value put at a path of keys; maps missing on the way are created where <paramref name="origin"/> stands.
    /// </summary>
    public MapNode With(ReadOnlySpan<string> keys, ScalarNode origin, Node value)
    {
        var key = keys[0];
        if (keys.Length > 1)
        {
            var inner = Find(key) as MapNode ?? new MapNode(origin.Line, origin.Column, PathOf(key), []);
            value = inner.With(keys[1..], origin, value);
        }

        var given = Entries.FirstOrDefault(e => e.Key.Text == key);
        var entry = new Entry(given?.Key ?? new ScalarNode(origin.Line, origin.Column, origin.Path, key, quoted: false), value);
        return new(Line, Column, Path, given is null ? [.. Entries, entry] : [.. Entries.Select(e => e == given ? entry : e)]);
    }
}

/// <summary>One key of a map with its value.</summary>
internal sealed record Entry(ScalarNode Key, Node Value);

/// <summary>Stands where a value could not be understood and the error has been reported: nobody objects to it again.</summary>
internal sealed class BrokenNode(int line, int column, string path) : Node(line, column, path)
{
    public override string Description => "something not understood";
}
