using NeuralCollapse.Measures;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;
using NeuralCollapse.Synthetic;

namespace NeuralCollapse.Reports.Tests;

public sealed class ComparingWithTheory
{
    [Theory]
    [InlineData(new[] { 0.99, 1.0, 1.01 }, "Met")]
    [InlineData(new[] { 1.04, 1.04, 1.04 }, "Met")]
    [InlineData(new[] { 1.09, 1.1, 1.11 }, "NotMet")]
    [InlineData(new[] { 0.8, 0.82, 0.84 }, "NotMet")]
    [InlineData(new[] { 0.7, 0.8, 0.9 }, "Undecided")] // two standard errors from the tolerance, which of three seeds is not enough
    [InlineData(new[] { 1.0, 1.0, 1.2 }, "Undecided")]
    [InlineData(new[] { 1.5, 1.5 }, "Undecided")]
    [InlineData(new[] { 1.0 }, "Undecided")]
    public void AVerdictNeedsThreeSeedsThatAgreeOnIt(double[] measured, string verdict)
    {
        var comparison = Compared([.. measured.Select(m => (m, 1.0))])!;

        Assert.Equal(verdict, comparison.Verdict.ToString());
    }

    [Theory]
    [InlineData(1.25, 1.0, "A 0.250 above theory")]
    [InlineData(1.0, 1.25, "A 0.250 below theory")]
    public void AMissIsToldWithItsSign(double measured, double predicted, string miss)
    {
        Assert.Equal(miss, Compared((measured, predicted))!.Miss.ToString());
    }

    [Fact]
    public void SeedsAreComparedWithTheirOwnPredictions()
    {
        var comparison = Compared((1.5, 1.49), (1.3, 1.29), (double.NaN, 1.4), (1.4, double.NaN))!;

        Assert.Equal((2, 0.01), (comparison.Difference.N, Math.Round(comparison.Difference.Value, 9)));
        Assert.Equal(0, comparison.Difference.StandardError!.Value, 9);
        Assert.Equal(["cell 0", "cell 1"], comparison.Series.Predicted.Seeds.SelectMany(seed => seed.Of));
    }

    [Fact]
    public void NothingPredictedIsNotCompared()
    {
        Assert.Null(Compared((1.4, double.NaN)));
        Assert.Empty(GroupPrediction.All(Of(losses: 4, mixups: 1)));
        Assert.Equal("", PredictionsInWords.Of([], 1));
    }

    [Fact]
    public void TheWorstComparisonOfAGroupDecides()
    {
        var predictions = GroupPrediction.All(Of(losses: 4, mixups: 2, seeds: 3));

        Assert.Equal([Verdict.Met, Verdict.NotMet, Verdict.Met, Verdict.Undecided], predictions.Select(p => p.Verdict));
        Assert.Equal(["", "A 0.400 below theory and β/α 0.099 below theory"], predictions.Take(2).Select(p => p.Misses.ToString()));
    }

    [Fact]
    public void WhereTheoryLeavesTheAmplificationOpenTheCoefficientsDecide()
    {
        var absolute = GroupPrediction.All(Of(losses: 4, mixups: 2))[3];

        Assert.Null(absolute.Amplification);
        Assert.Equal("β/α", Assert.Single(absolute.Comparisons).Symbol);
    }

    [Fact]
    public void TheGroupsOfALossAreCountedWhereItHasSeveral()
    {
        Assert.StartsWith(
            "Theory predicts where the mixed samples of 6 settings lie. It agrees with the measurements for cross-entropy (2 of 2) " +
            "and scaled MSE, kappa 1 (2 of 2). It fails for focal, gamma 3 (2 of 2). The largest difference is 0.4, of A. ",
            InWords(SyntheticExperiment.Ufm(losses: 3, mus: 2, seeds: 3)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void OneSeedHasNoVerdictAndItsLargestDifferenceIsSaid() => Assert.Contains(
        "The seeds differ too much or are too few for a verdict on cross-entropy (2 of 2). The largest difference is ",
        InWords(SyntheticExperiment.Ufm(losses: 1, mus: 2)),
        StringComparison.Ordinal);

    private static Comparison? Compared(params (double Measured, double Predicted)[] seeds)
    {
        var series = new Series { Experiment = "one", File = "lambda.csv", Column = "amplification", Lambda = 0.5, Seeds = [] };
        return Comparison.Of(
            "A", seeds.Select((seed, i) => ($"cell {i}", SyntheticRecord.Of(SyntheticExperiment.Plan().Cells[^1]).Lambdas[0] with { Amplification = seed.Measured, PredictedAmplification = seed.Predicted })),
            row => row.Amplification, row => row.PredictedAmplification, (series, series with { Column = "predicted-amplification" }));
    }

    private static string InWords(Plan plan) => PredictionsInWords.Of(
        GroupPrediction.All(ExperimentSummary.Of(RecordedPlan.Of(plan), [.. plan.Cells.Select(SyntheticRecord.Ufm)])), 7);

    private static ExperimentSummary Of(int losses, int mixups, int seeds = 2)
    {
        var plan = SyntheticExperiment.Plan(losses: losses, mixups: mixups, seeds: seeds);
        return ExperimentSummary.Of(RecordedPlan.Of(plan), [.. plan.Cells.Select(SyntheticRecord.Of)]);
    }
}
