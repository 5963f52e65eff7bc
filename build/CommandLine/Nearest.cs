namespace Build;

/// <summary>Finds what somebody meant to type.</summary>
internal static class Nearest
{
    /// <summary>The candidate that the fewest edits turn the word into; the first of several.</summary>
    public static string To(string word, IEnumerable<string> candidates) =>
        candidates.MinBy(candidate => Edits(word.ToUpperInvariant(), candidate.ToUpperInvariant()))!;

    /// <summary>Levenshtein distance: insertions, deletions and replacements of one letter.</summary>
    private static int Edits(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 0; i < from.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 0; j < to.Length; j++)
                (diagonal, row[j + 1]) = (row[j + 1],
                    Math.Min(diagonal + (from[i] == to[j] ? 0 : 1), 1 + Math.Min(row[j], row[j + 1])));
        }

        return row[^1];
    }
}
