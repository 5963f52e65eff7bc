using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace NeuralCollapse.Specs;

/// <summary>
/// Reads nodes off the events of the YAML library. Its object models would not do: they drop positions, or stop at the first
/// duplicate key.
/// </summary>
internal sealed class NodeReader(Parser parser, Errors errors)
{
    private const string Once = "write the value out where it is used, or make it a matrix axis";

    private int nodes;
    private int depth;

    public Node Read(string path)
    {
        var start = parser.Current!.Start;
        var (line, column) = ((int)start.Line, (int)start.Column);
        if (parser.TryConsume<AnchorAlias>(out var alias))
            return Refused(line, column, path, $"the alias *{alias.Value}", Once);

        if (parser.Current is not NodeEvent header)
        {
            // The library ends a map early after a stray colon instead of objecting to it.
            throw new SyntaxErrorException(start, parser.Current.End, "Did not find the expected value");
        }

        if (!header.Anchor.IsEmpty)
            Refused(line, column, path, $"the anchor &{header.Anchor}", Once);

        if (!header.Tag.IsEmpty && header.Tag != "!")
        {
            var tag = header.Tag.Value.Replace("tag:yaml.org,2002:", "!!", StringComparison.Ordinal);
            Refused(line, column, path, $"the tag {tag}", "types follow from the keys");
        }

        if (++nodes > SpecBounds.Nodes)
            throw TooLarge(line, column, FormattableString.Invariant($"expected at most {SpecBounds.Nodes} keys and values in a file, got more"));
        if (parser.TryConsume<Scalar>(out var scalar))
            return new ScalarNode(line, column, path, scalar.Value, scalar.Style != ScalarStyle.Plain);

        if (++depth > SpecBounds.Depth)
            throw TooLarge(line, column, FormattableString.Invariant($"expected at most {SpecBounds.Depth} lists and maps inside each other, got more"));
        var node = parser.TryConsume<SequenceStart>(out _) ? ReadList(line, column, path) : ReadMap(line, column, path);
        depth--;
        return node;
    }

    private TooLargeException TooLarge(int line, int column, string text)
    {
        errors.Add(line, column, text);
        return new();
    }

    private BrokenNode Refused(int line, int column, string path, string got, string remedy)
    {
        errors.Add(line, column, path, "a plain value", got, remedy);
        return new BrokenNode(line, column, path);
    }

    private ListNode ReadList(int line, int column, string path)
    {
        var items = new List<Node>();
        while (!parser.TryConsume<SequenceEnd>(out _))
            items.Add(Read(FormattableString.Invariant($"{path}[{items.Count}]")));

        return new ListNode(line, column, path, items);
    }

    private Node ReadMap(int line, int column, string path)
    {
        parser.Consume<MappingStart>();
        var entries = new List<Entry>();
        var merges = false;
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var name = (parser.Current as Scalar)?.Value ?? "";
            var keyPath = path.Length == 0 ? name : $"{path}.{name}";
            var key = Read(keyPath);
            var value = Read(keyPath);
            if (key is ScalarNode { IsMergeKey: true })
            {
                merges = true;
                errors.Add(key, "a plain key", "the merge key <<", Once);
            }
            else if (key is ScalarNode text)
            {
                entries.Add(new Entry(text, value));
            }
            else
            {
                errors.AddAt(key, path, "the name of a key", key.Description);
            }
        }

        // What would have been merged into it is not missed.
        return merges ? new BrokenNode(line, column, path) : new MapNode(line, column, path, entries);
    }
}

/// <summary>A file exceeds its bounds, as has been reported: nothing more of it is read.</summary>
internal sealed class TooLargeException : Exception;

/// <summary>A key may be written once: which of two values was meant, nobody can tell.</summary>
internal static class DuplicateKeys
{
    /// <summary>The first entry of every key; every further one is an error.</summary>
    public static IEnumerable<Entry> Removed(MapNode map, Errors errors)
    {
        var first = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var entry in map.Entries)
        {
            if (!first.TryAdd(entry.Key.Text, entry))
            {
                var got = FormattableString.Invariant($"{entry.Key.Text} again, after line {first[entry.Key.Text].Key.Line}");
                errors.Add(entry.Key, "every key once", got, "delete one of the two");
            }
        }

        return first.Values;
    }
}
