using System.Xml.Linq;
using NeuralCollapse.Measures;
using NeuralCollapse.Records;
using NeuralCollapse.Synthetic;

namespace NeuralCollapse.Reports.Tests;

public sealed class AnsweringTheQuestion
{
    [Fact]
    public void MixupIsSetAgainstNoneSeedBySeed()
    {
        var summary = Of("one", losses: 2, mixups: 2, seeds: 3);

        var effects = MixupEffect.All(summary);

        Assert.Equal(["cross-entropy", "focal, gamma 3"], effects.Select(effect => effect.Name));
        Assert.All(effects, effect => Assert.Equal((3, true), (effect.Ratio.N, effect.Ratio.IsRatio)));
        Assert.All(effects, effect => Assert.Equal(6, effect.Cells.Count));
        var logarithms = Enumerable.Range(0, 3).Select(seed => Math.Log(Nc1(summary.Groups[1], seed) / Nc1(summary.Groups[0], seed))).ToList();
        Assert.Equal(Math.Exp(logarithms.Average()), effects[0].Ratio.Value, 12);
    }

    /// <summary>What else varies must not be taken for the difference between two losses.</summary>
    [Fact]
    public void SeveralEffectsOfALossAreAveragedSeedBySeed()
    {
        MixupEffect Effect(double with, double factor) => new(
            "one", [], "", new Dictionary<int, double> { [0] = with, [1] = with * factor, [2] = 5 }, new Dictionary<int, double> { [0] = 1, [1] = 1, [2] = 1 },
            Enumerable.Range(0, 3).ToDictionary(seed => seed, seed => new SeedCells([$"with {seed}"], [$"without {seed}"])));

        var (mean, series) = MixupEffect.Mean([Effect(1, 2), Effect(4, 2)])!.Value;

        Assert.Equal(3, mean.N);
        Assert.Equal(Math.Pow(2 * 4 * 5, 1.0 / 3), mean.Value, 12); // seed 0: 1 and 4, seed 1: 2 and 8, seed 2: 5 and 5
        Assert.Equal(["with 1", "with 1"], series.Seeds[1].Of);
        Assert.Equal(["without 1", "without 1"], series.Seeds[1].Against);
    }

    [Fact]
    public void WithoutABaselineThereIsNoEffectAndNoAnswer()
    {
        var summary = Of("one", losses: 2, mixups: 1, seeds: 3);

        Assert.Empty(MixupEffect.All(summary));
        Assert.Null(ForestPlot.Draw("none", "", []));
        Assert.Empty(AnswerInWords.Of([summary], []));
    }

    [Fact]
    public void TheAnswerCountsAndTellsWhetherTheLossesDiffer()
    {
        var summary = Of("one", losses: 3, mixups: 2, seeds: 3);
        var effects = MixupEffect.All(summary);

        var answer = AnswerInWords.Of([summary], effects).Select(sentence => sentence.ToString()).ToList();

        var more = effects.Count(effect => effect.Ratio.ConfidenceInterval()!.Value.Low > 1);
        Assert.StartsWith($"Mixup ends with more variability within classes (NC1) than no mixup in {more} of 3 comparisons", answer[0], StringComparison.Ordinal);
        Assert.Contains("(one, loss × mixup: F(2, 10) = ", answer[1], StringComparison.Ordinal); // of 17: 2 of seeds, 5 of combinations
        Assert.All(effects, effect => Assert.Contains(ForestPlot.Bracketed(effect.Ratio, effect.Series).ToString(), answer[1], StringComparison.Ordinal));
        Assert.Equal("Whether architectures differ in this is open: no experiment with all its cells recorded varies them.", answer[2]);
        Assert.Equal(4, answer.Count);
    }

    [Fact]
    public void TwoSeedsAreDrawnWithoutAnIntervalAndAnswerNothing()
    {
        var summary = Of("one", losses: 1, mixups: 2, seeds: 2);

        Assert.Empty(AnswerInWords.Of([], MixupEffect.All(summary)));
        Assert.DoesNotContain("[", XElement.Parse(ForestPlot.Draw("two", "", EffectRow.All(summary))!.Svg).Value.Replace("[95 %]", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mixup(alpha=1.0,per=sample)", "mixup, alpha 1, per sample")]
    [InlineData("mlp(hidden=[512,256])", "mlp, hidden 512, 256")]
    [InlineData("smooth-l1(kappa=5,beta=0.50)", "smooth-l1, kappa 5, beta 0.5")]
    [InlineData("cross-entropy", "cross-entropy")]
    [InlineData("0.05", "0.05")]
    [InlineData("v1.10.0", "v1.10.0")]
    public void ALabelIsWrittenAsPeopleDo(string label, string written) => Assert.Equal(written, GroupName.Value(label));

    private static double Nc1(SummaryGroup group, int seed) => group.Cells[seed].Epochs[^1].Find(WithinClassVariability.OnTrain.Name)!.Value;

    private static ExperimentSummary Of(string name, int losses, int mixups, int seeds)
    {
        var plan = SyntheticExperiment.Plan(name, losses, mixups, seeds);
        return ExperimentSummary.Of(RecordedPlan.Of(plan), [.. plan.Cells.Select(SyntheticRecord.Of)]);
    }
}
