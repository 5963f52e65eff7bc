namespace NeuralCollapse.Specs.Tests;

public class FreeFeatures
{
    private const string Valid = """
        name: example
        title: An example
        seeds: [0]
        data: { kind: mixed-pairs, classes: 4, partners: 2, lambdas: [0.5, 0.75] }
        model: { kind: ufm, dim: 3, classifier: { kind: simplex, scale: 1 }, feature-decay: 0.01 }
        loss: { kind: cross-entropy }
        training:
          epochs: 4
          batch-size: 20
          optimizer: { kind: adam, learning-rate: 0.1 }
          schedule: { kind: constant }
        measure: { epochs: [4], projection-classes: 0 }
        """;

    [Fact]
    public void EveryKeyReachesItsProperty()
    {
        var cell = Assert.Single(Example.Cells(Valid));

        var data = Assert.IsType<MixedPairsData>(cell.Spec.Data);
        Assert.Equal((4, 2, 20, 0), (data.Classes, data.Partners, data.Train, data.Test));
        Assert.Equal([0.5, 0.75], data.Lambdas);
        Assert.Equal(
            new UnconstrainedModel
            {
                Dim = 3,
                Classifier = new SimplexClassifier { Scale = 1 },
                FeatureDecay = 0.01,
                Offset = UnconstrainedOffset.None,
            },
            cell.Spec.Model);
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
    [InlineData("partners: 2", "partners: 4", "data.partners: expected at most the 3 other classes, got 4")]
    [InlineData("[0.5, 0.75]", "[0.5, 0.5]", "data.lambdas[1]: expected more than the 0.5 before it, got 0.5")]
    [InlineData("[0.5, 0.75]", "[0.4, 0.75]", "data.lambdas[0]: expected a number from 0.5 to 0.999, got 0.4")]
    [InlineData("partners: 2", "partners: 2, augment: crop", "data.augment: expected none, for there are no images, got one that varies images")]
    [InlineData("partners: 2", "partners: 2, train: 20", "data.train: expected one of the keys kind, validation, augment, classes, partners, lambdas, got train")]
    [InlineData("partners: 2", "partners: 2, validation: 1", "data.validation: expected at most 0 images, as 20 of 20 are for training, got 1")]
    [InlineData(", projection-classes: 0", ", projection-classes: 0, mixed-pairs: 5", "measure.mixed-pairs: expected nothing, for the mixed samples are those of the data, got 5")]
    [InlineData(", projection-classes: 0", ", projection-classes: 0, keep-features: true", "measure.keep-features: expected false, for there is no network, got true")]
    [InlineData("dim: 3", "dim: 2", "model.dim: expected at least 3, which a simplex of the 4 data.classes needs, got 2")]
    [InlineData("batch-size: 20", "batch-size: 10", "training.batch-size: expected the 20 samples, for an epoch is one step of all, got 10")]
    [InlineData("batch-size: 20", "batch-size: 21", "training.batch-size: expected the 20 samples, for an epoch is one step of all, got 21")]
    [InlineData(", projection-classes: 0", "", "measure: expected 0, written out, for no images are mixed and projected, got 3")]
    [InlineData("learning-rate: 0.1", "learning-rate: 0.1, weight-decay: 0.1", "training.optimizer.weight-decay: expected 0, for the model has decays of its own, got 0.1")]
    [InlineData("loss:", "mixup: { kind: mixup, alpha: 1 }\nloss:", "mixup.kind: expected none, for the samples of mixed-pairs are mixed already, got mixup")]
    [InlineData("mixed-pairs, classes: 4, partners: 2, lambdas: [0.5, 0.75]", "glyphs, train: 20, test: 10", "data.kind: expected mixed-pairs, the only data with free features, which the model ufm trains, got images")]
    [InlineData("ufm, dim: 3, classifier: { kind: simplex, scale: 1 }, feature-decay: 0.01", "mlp, hidden: [4]", "model.kind: expected ufm, the only model whose features are free, as those of mixed-pairs are, got a network, which needs images")]
    public void WhatDoesNotFitIsNamed(string old, string replacement, string message) =>
        Assert.Contains($": {message}", Example.Message(Varied(old, replacement)), StringComparison.Ordinal);

    [Theory]
    [InlineData("mae, kappa: 1", false)]
    [InlineData("scaled-mse, kappa: 1", false)]
    [InlineData("focal, gamma: 1", true)]
    public void ALearnedClassifierNeedsAnOffsetUnderALossThatSeesTheSumOfTheLogits(string loss, bool valid)
    {
        var text = Varied("simplex, scale: 1", "learned, weight-decay: 1").Replace("cross-entropy", loss, StringComparison.Ordinal);

        if (valid)
            Assert.Single(Example.Cells(text));
        else
            Assert.Contains("expected free, for this loss and a learned classifier, got none", Example.Message(text), StringComparison.Ordinal);
    }

    private static string Varied(string old, string replacement)
    {
        Assert.Contains(old, Valid, StringComparison.Ordinal);
        return Valid.Replace(old, replacement, StringComparison.Ordinal);
    }
}
