using NeuralCollapse.Records;
using NeuralCollapse.Synthetic;

namespace NeuralCollapse.Reports.Tests;

public sealed class ComparingWithTheory
{
    [Theory]
    [InlineData(new[] { 1.04 }, "Agrees")]
    [InlineData(new[] { 0.96, 1.04 }, "Agrees")]
    [InlineData(new[] { 1.06 }, "Fails")]
    [InlineData(new[] { 1.09, 1.11 }, "Fails")]
    [InlineData(new[] { 0.7, 0.8, 0.9 }, "Fails")]
    [InlineData(new[] { 1.0, 1.2 }, "Undecided")]
    [InlineData(new[] { 0.8, 1.2 }, "Undecided")]
    public void AMissBeyondTheToleranceFailsAndOneWithinItAgreesUnlessTheSeedsDifferTooMuch(double[] measured, string outcome)
    {
        var comparison = Comparison.Of("A", measured.Select(m => (m, 1.0)))!;

        Assert.Equal(outcome, comparison.Outcome.ToString());
    }

    [Theory]
    [InlineData(1.25, 1.0, "A 0.250 above theory")]
    [InlineData(1.0, 1.25, "A 0.250 below theory")]
    public void AMissIsToldWithItsSign(double measured, double predicted, string miss)
    {
        Assert.Equal(miss, Comparison.Of("A", [(measured, predicted)])!.Miss);
    }

    [Fact]
    public void SeedsAreComparedWithTheirOwnPredictions()
    {
        var comparison = Comparison.Of("A", [(1.5, 1.49), (1.3, 1.29), (double.NaN, 1.4), (1.4, double.NaN)])!;

        Assert.Equal((2, 0.01), (comparison.Difference.N, Math.Round(comparison.Difference.Mean, 9)));
        Assert.Equal(0, comparison.Difference.StandardDeviation!.Value, 9);
    }

    [Fact]
    public void NothingPredictedIsNotCompared()
    {
        Assert.Null(Comparison.Of("A", [(1.4, double.NaN)]));
        Assert.Empty(GroupPrediction.All(Of(losses: 4, mixups: 1)));
        Assert.Equal("", PredictionsInWords.Of([], 1));
    }

    [Fact]
    public void TheWorstComparisonOfAGroupDecides()
    {
        var predictions = GroupPrediction.All(Of(losses: 4, mixups: 2));

        Assert.Equal([Outcome.Agrees, Outcome.Fails, Outcome.Agrees, Outcome.Undecided], predictions.Select(p => p.Outcome));
        Assert.Equal(["", "A 0.400 below theory and β/α 0.100 below theory"], predictions.Take(2).Select(p => p.Misses));
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
        var plan = SyntheticExperiment.Ufm(losses: 3, mus: 2);
        var summary = ExperimentSummary.Of(RecordedPlan.Of(plan), [.. plan.Cells.Select(SyntheticRecord.Ufm)]);

        Assert.Equal(
            "Theory predicts where the mixed samples of 6 combinations lie. It agrees with the measurements for cross-entropy (2 of 2) " +
            "and scaled-mse(kappa=1) (2 of 2). It fails for focal(gamma=3) (2 of 2). The rule is stated with table 7.",
            PredictionsInWords.Of(GroupPrediction.All(summary), 7));
    }

    private static ExperimentSummary Of(int losses, int mixups)
    {
        var plan = SyntheticExperiment.Plan(losses: losses, mixups: mixups);
        return ExperimentSummary.Of(RecordedPlan.Of(plan), [.. plan.Cells.Select(SyntheticRecord.Of)]);
    }
}
