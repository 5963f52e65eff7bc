namespace NeuralCollapse.Specs;

/// <summary>Guesses which known name a mistyped one was meant to be.</summary>
internal static class NearestName
{
    /// <summary>
    /// "did you mean X?" for the nearest name, or nothing when none is near: more than a third of the letters would have to change.
    /// </summary>
    public static string Hint(string got, IEnumerable<string> known)
    {
        var nearest = known
            .Select(name => (name, distance: Distance(got.ToLowerInvariant(), name)))
            .Where(n => n.distance <= Math.Max(1, Math.Max(got.Length, n.name.Length) / 3))
            .OrderBy(n => n.distance).ThenBy(n => n.name, StringComparer.Ordinal)
            .Select(n => n.name)
            .FirstOrDefault();
        return nearest is null ? "" : $"did you mean {nearest}?";
    }

    /// <summary>What to do about a key that is not known: one whose value follows its colon without a space is taken for a key altogether.</summary>
    public static string HintForKey(string got, IReadOnlyCollection<string> known) => known.FirstOrDefault(name => got.StartsWith($"{name}:", StringComparison.Ordinal)) is { } key
        ? $"write a space after {key}:"
        : Hint(got, known);

    /// <summary>
    /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment) that turn one text into the other.
    /// </summary>
    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                d[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
