using System.Globalization;
using NeuralCollapse.Measures;
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
            Sentence(predictions, Verdict.Met, "It agrees with the measurements for"),
            Sentence(predictions, Verdict.NotMet, "It fails for"),
            Sentence(predictions, Verdict.Undecided, "The seeds differ too much or are too few for a verdict on"),
        ];
        return $"Theory predicts where the mixed samples of {Prose.Count(predictions.Count, "setting")} lie. " +
            $"{string.Join(' ', sentences.Where(s => s.Length > 0))} The largest difference is {Largest(predictions)}. The rule is stated with table {Numbers.Format(table)}.";
    }

    private static string Largest(IReadOnlyList<GroupPrediction> predictions)
    {
        var largest = predictions.SelectMany(p => p.Comparisons).MaxBy(c => Math.Abs(c.Difference.Value))!;
        return $"{Math.Abs(largest.Difference.Value).ToString("G2", CultureInfo.InvariantCulture)}, of {largest.Symbol}";
    }

    private static string Sentence(IReadOnlyList<GroupPrediction> predictions, Verdict verdict, string beginning)
    {
        var names = predictions.GroupBy(p => GroupName.First(p.Group)).Select(first => Name(first.Key, [.. first], verdict));
        var known = names.OfType<string>().ToList();
        return known.Count == 0 ? "" : $"{beginning} {Prose.List(known)}.";
    }

    /// <summary>A value of the first axis, with its miss, or with how many of its groups fare so; null when none does.</summary>
    private static string? Name(string first, List<GroupPrediction> predictions, Verdict verdict)
    {
        var such = predictions.Where(p => p.Verdict == verdict).ToList();
        var name = first.Length == 0 ? "all cells" : first;
        return (such.Count, predictions.Count) switch
        {
            (0, _) => null,
            (1, 1) when verdict == Verdict.NotMet => $"{name} ({such[0].Misses.ToString()})",
            (1, 1) => name,
            var (some, all) => $"{name} ({Numbers.Format(some)} of {Numbers.Format(all)})",
        };
    }
}
