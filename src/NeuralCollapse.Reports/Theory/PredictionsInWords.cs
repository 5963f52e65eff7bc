using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>A paragraph that sums up where theory agrees with what was measured and where it fails.</summary>
internal static class PredictionsInWords
{
    /// <returns>Empty when theory predicts nothing.</returns>
    public static string Of(IReadOnlyList<GroupPrediction> predictions, int table)
    {
        if (predictions.Count == 0)
            return "";
        string[] sentences =
        [
            Sentence(predictions, Outcome.Agrees, "It agrees with the measurements for"),
            Sentence(predictions, Outcome.Fails, "It fails for"),
            Sentence(predictions, Outcome.Undecided, "The seeds differ too much for a verdict on"),
        ];
        return $"Theory predicts where the mixed samples of {Prose.Count(predictions.Count, "combination")} lie. " +
            $"{string.Join(' ', sentences.Where(s => s.Length > 0))} The rule is stated with table {Numbers.Format(table)}.";
    }

    private static string Sentence(IReadOnlyList<GroupPrediction> predictions, Outcome outcome, string beginning)
    {
        var names = predictions.GroupBy(p => GroupName.First(p.Group)).Select(first => Name(first.Key, [.. first], outcome));
        var known = names.OfType<string>().ToList();
        return known.Count == 0 ? "" : $"{beginning} {Prose.List(known)}.";
    }

    /// <summary>A value of the first axis, with its miss, or with how many of its groups fare so; null when none does.</summary>
    private static string? Name(string first, List<GroupPrediction> predictions, Outcome outcome)
    {
        var such = predictions.Where(p => p.Outcome == outcome).ToList();
        var name = first.Length == 0 ? "all cells" : first;
        return (such.Count, predictions.Count) switch
        {
            (0, _) => null,
            (1, 1) when outcome == Outcome.Fails => $"{name} ({such[0].Misses})",
            (1, 1) => name,
            var (some, all) => $"{name} ({Numbers.Format(some)} of {Numbers.Format(all)})",
        };
    }
}
