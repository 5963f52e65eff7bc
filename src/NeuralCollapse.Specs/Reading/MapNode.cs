using System.Globalization;

namespace NeuralCollapse.Specs;

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
        {
            node = (node as MapNode)?.Find(key);
        }

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
            var next = node is ListNode list ? list.Items[int.Parse(step, CultureInfo.InvariantCulture)] : (node as MapNode)?.Find(step);
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
