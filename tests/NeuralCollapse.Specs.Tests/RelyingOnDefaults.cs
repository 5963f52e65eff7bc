namespace NeuralCollapse.Specs.Tests;

public class RelyingOnDefaults
{
    [Fact]
    public void ASpecNeedSayNoMoreThanWhatIsTrainedOnWhatAndForHowLong()
    {
        var cell = Assert.Single(Example.Cells(Example.Least)).Network();

        Assert.Equal(128, cell.Training.BatchSize);
        Assert.Equal(new SgdOptimizer { LearningRate = 0.1, Momentum = 0.9, WeightDecay = 5e-4 }, cell.Training.Optimizer);
        Assert.Equal(new CosineSchedule { WarmUp = 0 }, cell.Training.Schedule);
        Assert.Equal([0, 1, 2, 4, 8, 12], cell.Measure.Epochs);
        Assert.Equal(new MeasureSpec { Epochs = cell.Measure.Epochs }, cell.Measure);
    }

    [Theory]
    [InlineData(1, new[] { 0, 1 })]
    [InlineData(2, new[] { 0, 1, 2 })]
    [InlineData(5, new[] { 0, 1, 2, 4, 5 })]
    [InlineData(8, new[] { 0, 1, 2, 4, 8 })]
    [InlineData(500, new[] { 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 500 })]
    public void CellsAreMeasuredAfterPowersOfTwoAndTheLastEpoch(int epochs, int[] expected)
    {
        var cell = Assert.Single(Example.Cells(Varied("epochs: 12", $"epochs: {epochs}"))).Network();

        Assert.Equal(expected, cell.MeasuredEpochs);
        Assert.Equal(expected, (cell with { Measure = new() }).MeasuredEpochs);
    }

    [Theory]
    [InlineData("epochs: 12", "epochs: 12, batch-size: 128")]
    [InlineData("epochs: 12", "epochs: 12, optimizer: { kind: sgd, learning-rate: 0.1, momentum: 0.9, weight-decay: 5e-4 }")]
    [InlineData("epochs: 12", "epochs: 12, schedule: { kind: cosine, warm-up: 0 }")]
    [InlineData("seeds: [0]", "seeds: [0]\nmeasure: { epochs: [0, 1, 2, 4, 8, 12] }")]
    [InlineData("seeds: [0]", "seeds: [0]\nmeasure: { mixed-pairs: 200 }")]
    public void WritingADefaultOutChangesNoId(string old, string replacement) =>
        Assert.Equal(Assert.Single(Example.Cells(Example.Least)).Id, Assert.Single(Example.Cells(Varied(old, replacement))).Id);

    [Fact]
    public void AnOptimizerThatIsWrittenReplacesTheDefaultAsAWhole() => Assert.Equal(
        new SgdOptimizer { LearningRate = 0.1, Momentum = 0, WeightDecay = 0 },
        Assert.Single(Example.Cells(Varied("epochs: 12", "epochs: 12, optimizer: { kind: sgd, learning-rate: 0.1 }"))).Network().Training.Optimizer);

    [Fact]
    public void ThePlanTellsWhatTheSpecDoesNot() => Assert.Equal(
        [
            "training.batch-size 128",
            "training.optimizer sgd(learning-rate=0.1,momentum=0.9,weight-decay=0.0005)",
            "training.schedule cosine",
            "measure.epochs [0, 1, 2, 4, 8, 12]",
        ],
        Example.Parse(Example.Least).Expand().Defaults);

    [Fact]
    public void ADefaultThatFollowsFromAnAxisIsToldWithEachValue() => Assert.Equal(
        ["training.optimizer sgd(learning-rate=0.1,momentum=0.9,weight-decay=0.0005)", "measure.epochs [0, 1, 2]", "measure.epochs [0, 1, 2, 3]"],
        Example.Parse(Varied("training: { epochs: 12 }", """
            training: { batch-size: 64 }
            matrix: { training.epochs: [2, 3], training.schedule: [ { kind: constant } ] }
            """)).Expand().Defaults);

    [Fact]
    public void ASpecThatSaysItAllReliesOnNone() => Assert.Empty(Example.Parse(Example.Valid).Expand().Defaults);

    private static string Varied(string old, string replacement)
    {
        Assert.Contains(old, Example.Least, StringComparison.Ordinal);
        return Example.Least.Replace(old, replacement, StringComparison.Ordinal);
    }
}
