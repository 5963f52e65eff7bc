namespace NeuralCollapse.Specs.Tests;

public class ReadingUfmCells
{
    internal const string Valid = """
        name: example
        title: An example
        seeds: [0]
        ufm: { classes: 4, partners: 2, lambdas: [0.5, 0.75], dim: 3, classifier: { kind: simplex, scale: 1 }, feature-decay: 0.01 }
        loss: { kind: cross-entropy }
        training:
          epochs: 4
          optimizer: { kind: adam, learning-rate: 0.1 }
          schedule: { kind: constant }
        measure: { epochs: [4] }
        """;

    [Fact]
    public void EveryKeyReachesItsProperty()
    {
        var cell = Assert.IsType<UfmCell>(Assert.Single(Example.Cells(Valid)).Spec);

        Assert.Equal((4, 2, 20, 3, 0.01), (cell.Ufm.Classes, cell.Ufm.Partners, cell.Ufm.Samples, cell.Ufm.Dim, cell.Ufm.FeatureDecay));
        Assert.Equal([0.5, 0.75], cell.Ufm.Lambdas);
        Assert.Equal((new SimplexClassifier { Scale = 1 }, UfmOffset.None), (cell.Ufm.Classifier, cell.Ufm.Offset));
        Assert.Equal((4, new AdamOptimizer { LearningRate = 0.1 }, new ConstantSchedule()), (cell.Training.Epochs, cell.Training.Optimizer, cell.Training.Schedule));
        Assert.Equal([4], cell.MeasuredEpochs);
    }

    [Theory]
    [InlineData("scale: 1 }", "scale: 1 }")]
    [InlineData("simplex, scale: 1 }", "learned, weight-decay: 0.05 }")]
    [InlineData("feature-decay: 0.01", "feature-decay: 0.01, offset: free")]
    public void ReadingAndWritingGivesTheSame(string old, string replacement)
    {
        var cell = Assert.Single(Example.Cells(Varied(old, replacement)));

        Assert.Equal(cell.CanonicalJson, CanonicalJson.Write(CanonicalJson.Read(cell.CanonicalJson)));
    }

    [Theory]
    [InlineData("partners: 2", "partners: 4", "ufm.partners: expected at most the 3 other classes, got 4")]
    [InlineData("[0.5, 0.75]", "[0.5, 0.5]", "ufm.lambdas[1]: expected more than the 0.5 before it, got 0.5")]
    [InlineData("[0.5, 0.75]", "[0.4, 0.75]", "ufm.lambdas[0]: expected a number from 0.5 to 0.999, got 0.4")]
    [InlineData("dim: 3", "dim: 2", "ufm.dim: expected at least 3, which a simplex of the 4 classes needs, got 2")]
    [InlineData("[4] }", "[3] }", "measure.epochs[0]: expected the last epoch of training, 4, got 3")]
    [InlineData("[4] }", "[2, 1, 4] }", "measure.epochs[1]: expected more than the 2 before it, got 1")]
    [InlineData("kind: constant", "kind: constant, warm-up: 4", "training.schedule.warm-up: expected less than the 4 epochs of training, got 4")]
    [InlineData("learning-rate: 0.1", "learning-rate: 0.1, weight-decay: 0.1", "training.optimizer.weight-decay: expected 0, for the model has decays of its own, got 0.1")]
    public void WhatDoesNotFitIsNamed(string old, string replacement, string message) =>
        Assert.Contains($": {message}", Example.Message(Varied(old, replacement)), StringComparison.Ordinal);

    /// <summary>No rule forbids what does not apply: there is no key for it.</summary>
    [Theory]
    [InlineData("loss:", "mixup: { kind: mixup, alpha: 1 }\nloss:", "mixup: expected one of the keys")]
    [InlineData("loss:", "data: { kind: mnist }\nloss:", "data: expected one of the keys")]
    [InlineData("loss:", "model: { kind: resnet, depth: 18 }\nloss:", "model: expected one of the keys")]
    [InlineData("  epochs: 4", "  epochs: 4\n  batch-size: 20", "training.batch-size: expected one of the keys epochs, optimizer, schedule, got batch-size")]
    [InlineData("[4] }", "[4], mixed-pairs: 5 }", "measure.mixed-pairs: expected one of the keys epochs, got mixed-pairs")]
    [InlineData("[4] }", "[4], keep-features: true }", "measure.keep-features: expected one of the keys epochs, got keep-features")]
    public void WhatDoesNotApplyCannotBeWritten(string old, string replacement, string message) =>
        Assert.Contains($": {message}", Example.Message(Varied(old, replacement)), StringComparison.Ordinal);

    [Theory]
    [InlineData("mae, kappa: 1", false)]
    [InlineData("scaled-mse, kappa: 1", false)]
    [InlineData("smooth-l1, kappa: 1, beta: 1", false)]
    [InlineData("focal, gamma: 1", true)]
    [InlineData("cross-entropy, smoothing: 0.1", true)]
    public void ALearnedClassifierNeedsAnOffsetUnderALossThatSeesTheSumOfTheLogits(string loss, bool valid)
    {
        var text = Varied("simplex, scale: 1", "learned, weight-decay: 1").Replace("cross-entropy", loss, StringComparison.Ordinal);

        if (valid)
            Assert.Single(Example.Cells(text));
        else
            Assert.Contains("ufm.offset: expected free, for this loss and a learned classifier, got none", Example.Message(text.Replace("decay: 0.01", "decay: 0.01", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    private static string Varied(string old, string replacement)
    {
        Assert.Contains(old, Valid, StringComparison.Ordinal);
        return Valid.Replace(old, replacement, StringComparison.Ordinal);
    }
}
