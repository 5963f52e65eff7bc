namespace NeuralCollapse.Specs;

/// <summary>Guesses which known name a mistyped one was meant to be. This file is compiled into the build too.</summary>
internal static class NearestName
{
    /// <summary>
    /// "did you mean X?" for the nearest name, or nothing when none is near: more than a third of the letters would have to change.
    /// </summary>
    public static string Hint(string got, IEnumerable<string> known)
    {
        var nearest = To(got, known.Where(name => Distance(got.ToLowerInvariant(), name.ToLowerInvariant()) <= Math.Max(1, Math.Max(got.Length, name.Length) / 3)));
        return nearest is null ? "" : $"did you mean {nearest}?";
    }

    /// <summary>The name that the fewest edits lead to, whatever its case; of several the first by alphabet. Null where there are no names.</summary>
    public static string? To(string got, IEnumerable<string> known) =>
        known.OrderBy(name => Distance(got.ToLowerInvariant(), name.ToLowerInvariant())).ThenBy(name => name, StringComparer.Ordinal).FirstOrDefault();

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
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }

        return d[a.Length, b.Length];
    }
}
