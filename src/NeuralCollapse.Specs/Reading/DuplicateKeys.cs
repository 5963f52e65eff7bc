namespace NeuralCollapse.Specs;

/// <summary>A key may be written once: which of two values was meant, nobody can tell.</summary>
internal static class DuplicateKeys
{
    /// <summary>The first entry of every key; every further one is a mistake.</summary>
    public static IEnumerable<Entry> Removed(MapNode map, Mistakes mistakes)
    {
        var first = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var entry in map.Entries)
        {
            if (!first.TryAdd(entry.Key.Text, entry))
            {
                var got = FormattableString.Invariant($"{entry.Key.Text} again, after line {first[entry.Key.Text].Key.Line}");
                mistakes.Add(entry.Key, "every key once", got, "delete one of the two");
            }
        }

        return first.Values;
    }
}
