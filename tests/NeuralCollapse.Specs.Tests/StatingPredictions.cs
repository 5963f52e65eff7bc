namespace NeuralCollapse.Specs.Tests;

public class StatingPredictions
{
    private const string Matrix = """

        matrix:
          loss: [ { kind: cross-entropy }, { kind: focal, gamma: 3 } ]
          mixup: [ { kind: none }, { kind: mixup, alpha: 1 } ]
        """;

    private const string Stated = """

        predictions:
          - name: mixup-keeps-nc1-up
            says: Mixup keeps NC1 up
            of: { mixup: { kind: mixup } }
            against: { mixup: { kind: none } }
            metric: nc1
            at-least: 1.5
            testable: [ { metric: train-accuracy, at-least: 0.999 } ]
          - { name: it-falls, says: NC1 falls, metric: nc1, epoch: 4, against-epoch: 1, at-most: 0.5, compare: ratio, margin: 0.1 }
        analyses:
          - { metric: nc1, scale: logarithmic, factors: [loss, mixup] }

        """;

    [Fact]
    public void APointStandsBesideTheOneThatDiffersFromItInWhatIsCompared()
    {
        var first = Spec().Stated.Predictions[0];

        Assert.Equal(
            ["loss=cross-entropy mixup=mixup(alpha=1) against loss=cross-entropy mixup=none", "loss=focal(gamma=3) mixup=mixup(alpha=1) against loss=focal(gamma=3) mixup=none"],
            first.Points.Select(point => $"{Label(point.Of)} against {Label(point.Against)}"));
        Assert.True(first.IsContrast);
        Assert.Equal((Contrast.Ratio, 1.5, null, 3), (first.Compare, first.AtLeast, first.AtMost, first.Seeds));
        Assert.Equal(("train-accuracy", 0.999), (first.Testable[0].Metric, first.Testable[0].AtLeast));
    }

    [Fact]
    public void WithoutPartsAPredictionIsMadeForEveryPoint()
    {
        var second = Spec().Stated.Predictions[1];

        Assert.Equal(4, second.Points.Count);
        Assert.All(second.Points, point => Assert.Empty(point.Against));
        Assert.Equal((4, 1, true), (second.Epoch, second.AgainstEpoch, second.IsContrast));
    }

    [Fact]
    public void AnAnalysisTakesThePointsOfItsFactors()
    {
        var analysis = Assert.Single(Spec().Stated.Analyses);

        Assert.Equal(["loss", "mixup"], analysis.Factors);
        Assert.Equal((AnalysisScale.Logarithmic, 4), (analysis.Scale, analysis.Points.Count));
    }

    [Fact]
    public void WhatIsWrittenIsReadBack()
    {
        var stated = Spec().Stated;

        Assert.Equal(stated.Json().ToJsonString(), StatedPredictions.Read(stated.Json().ToJsonString()).Json().ToJsonString());
        Assert.Throws<InvalidDataException>(() => StatedPredictions.Read(stated.Json().ToJsonString().Replace("1.5", "\"1.5\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("at-least: 1.5", "at-least: 1.6")]
    [InlineData("Mixup keeps NC1 up", "Mixup holds NC1 up")]
    [InlineData("at-least: 0.999", "at-least: 0.99")]
    [InlineData("of: { mixup: { kind: mixup } }", "of: { mixup: { kind: mixup }, loss: { kind: focal } }")]
    [InlineData("scale: logarithmic", "scale: linear")]
    public void AnyChangeOfWhatIsStatedIsAnotherHash(string old, string changed) => Assert.NotEqual(Spec().Stated.Hash, Spec(old, changed).Stated.Hash);

    [Theory]
    [InlineData("  - name: mixup-keeps", "  # first\n  - name: mixup-keeps")]
    [InlineData("compare: ratio, ", "")]
    [InlineData("title: An example", "title: Another")]
    public void WritingTheSameOtherwiseIsNot(string old, string changed) => Assert.Equal(Spec().Stated.Hash, Spec(old, changed).Stated.Hash);

    [Fact]
    public void NothingStatedHasNoHash() => Assert.Null(Example.Parse(Example.Valid).Stated.Hash);

    [Fact]
    public void APredictionChangesNoCell() => Assert.Equal(
        Example.Parse(Example.WithoutLoss + Matrix).Expand().Cells.Select(cell => cell.CanonicalJson), Spec().Expand().Cells.Select(cell => cell.CanonicalJson));

    private static ExperimentSpec Spec(string old = "", string changed = "")
    {
        var text = Example.WithoutLoss + Matrix + Stated;
        Assert.Contains(old, text, StringComparison.Ordinal);
        return Example.Parse(old.Length == 0 ? text : text.Replace(old, changed, StringComparison.Ordinal));
    }

    private static string Label(IEnumerable<KeyValuePair<string, string>> labels) => string.Join(' ', labels.Select(label => $"{label.Key}={label.Value}"));
}
