using NeuralCollapse.Measures;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>How many settings agree with theory, as printed numbers.</summary>
internal sealed record TheoryOutcomes(IReadOnlyList<GroupPrediction> Predictions)
{
    public static TheoryOutcomes Of(IReadOnlyList<GroupPrediction> predictions) => new(predictions);

    public Printed All => Printed.Of(Numbers.Format(Predictions.Count), Statistics.Groups, Series);

    public Printed Count(Verdict verdict) => Printed.Of(
        Numbers.Format(Predictions.Count(prediction => prediction.Verdict == verdict)),
        verdict switch { Verdict.Met => Statistics.Agrees, Verdict.NotMet => Statistics.Fails, _ => Statistics.Undecided },
        Series);

    /// <summary>Measured and predicted, comparison by comparison; those of one setting are of the same cells.</summary>
    private IEnumerable<Series> Series => Predictions.SelectMany(prediction => prediction.Comparisons).SelectMany(comparison => new[] { comparison.Series.Measured, comparison.Series.Predicted });
}
