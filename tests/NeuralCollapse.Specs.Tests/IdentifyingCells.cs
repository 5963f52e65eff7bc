using System.Security.Cryptography;
using System.Text;

namespace NeuralCollapse.Specs.Tests;

public class IdentifyingCells
{
    private const string Trained = """
        {"data":{"kind":"glyphs","test":128,"train":256},"loss":{"kind":"cross-entropy"},"model":{"depth":10,"kind":"wide-resnet","width":1},"seed":0,
         "trainer":4,"training":{"batch-size":64,"epochs":4,"optimizer":{"kind":"sgd","learning-rate":0.1},"schedule":{"kind":"constant"}}}
        """;

    [Fact]
    public void CanonicalJsonIsSortedCompactAndWithoutDefaults()
    {
        var metrics = string.Join(",", RecordedMetrics.Of(Example.Cell().Spec).Select(name => $"\"{name}\""));

        Assert.Equal(
            $$"""{"measured":{"epochs":[1,4],"metrics":[{{metrics}}],"version":1},"trained":{{Compact(Trained)}}}""",
            Example.Cell().CanonicalJson);
    }

    /// <summary>Changing a default would change what every recorded cell means and not its id: raise the version of the trainer, or of the measures, with it.</summary>
    [Fact]
    public void DefaultsAreWhatTheyWereWhenCellsWereRecorded() => Assert.Equal(
        Compact("""
            {"data":{"augment":"none","kind":"glyphs","test":128,"train":256,"validation":0},"loss":{"kind":"cross-entropy","mix":"loss","smoothing":0},
             "measure":{"epochs":[1,4],"keep-features":false,"keep-weights":true,"layers":false,"mixed-pairs":200,"projection-classes":3,"projection-mode":"evaluation","projection-samples":240},
             "mixup":{"kind":"none"},"model":{"classifier":{"kind":"learned"},"depth":10,"kind":"wide-resnet","width":1},"numerics":"portable","seed":0,
             "training":{"batch-size":64,"epochs":4,"optimizer":{"clip":0,"decay":"all","kind":"sgd","learning-rate":0.1,
             "momentum":0,"nesterov":false,"weight-decay":0},"precision":"float32","schedule":{"kind":"constant","warm-up":0}}}
            """),
        SchemaOf.Cell.Write(Example.Cell().Spec, brief: false).ToJsonString());

    [Fact]
    public void TheIdIsTheBeginningOfTheHashOfWhatIsTrained() => Assert.Equal(
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Compact(Trained))))[..12],
        Example.Cell().Id);

    /// <summary>What is measured of a training has a hash of its own: nothing is trained again for it.</summary>
    [Theory]
    [InlineData("[1, 4]", "[1, 4], mixed-pairs: 0")]
    [InlineData("[1, 4]", "[1, 4], projection-samples: 100")]
    [InlineData("[1, 4]", "[1, 4], keep-features: true")]
    [InlineData("[1, 4]", "[1, 4], layers: true")]
    [InlineData("[1, 4]", "[0, 1, 4]")]
    [InlineData("[1, 4]", "[2, 4]")]
    public void WhatIsMeasuredDoesNotChangeTheId(string old, string replacement)
    {
        var (before, after) = (Example.Cell(), Example.Cell(old, replacement));

        Assert.Equal(before.Id, after.Id);
        Assert.NotEqual(before.MeasuredHash, after.MeasuredHash);
        Assert.Equal(12, after.MeasuredHash.Length);
    }

    [Fact]
    public void PointsThatDifferInWhatIsMeasuredAloneAreTheSameTraining() => Assert.Contains(
        "expected cells that differ, got the same training twice", Example.Message(Example.Valid + "matrix: { measure.mixed-pairs: [10, 20] }\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("title: An example", "title: Another # with a comment")]
    [InlineData("seeds: [0]", "claim: something\nseeds: [0]")]
    [InlineData("seeds: [0]", "verify: { nc1: { relative: 0.1 } }\nseeds: [0]")]
    [InlineData("train: 256, test: 128", "test: 128, train: 256")]
    [InlineData("kind: sgd, learning-rate: 0.1", "learning-rate: 1.0e-1, weight-decay: -0.0, kind: sgd, momentum: 0")]
    [InlineData("kind: sgd, learning-rate: 0.1", "kind: sgd, learning-rate: 0.1, nesterov: false, decay: all, clip: 0")]
    [InlineData("kind: constant", "kind: constant, warm-up: 0")]
    [InlineData("width: 1", "width: 1, classifier: { kind: learned }")]
    [InlineData("[1, 4]", "[1, 4], keep-weights: true, keep-features: false, layers: false")]
    [InlineData("loss: { kind: cross-entropy }", "loss: { kind: cross-entropy, smoothing: 0, mix: loss }\nmixup: { kind: none }\nnumerics: portable")]
    [InlineData("loss: { kind: cross-entropy }", "matrix: { loss: [ { kind: cross-entropy } ] }")]
    public void WhatDoesNotChangeTheTrainingDoesNotChangeTheId(string old, string replacement) =>
        Assert.Equal(Example.Cell().Id, Example.Cell(old, replacement).Id);

    [Theory]
    [InlineData("seeds: [0]", "seeds: [1]")]
    [InlineData("train: 256", "train: 258")]
    [InlineData("train: 256", "train: 256, validation: 100")]
    [InlineData("width: 1", "width: 2")]
    [InlineData("width: 1", "width: 1, classifier: { kind: simplex }")]
    [InlineData("learning-rate: 0.1", "learning-rate: 0.10000000000000002")]
    [InlineData("kind: cross-entropy", "kind: focal, gamma: 0")]
    [InlineData("loss:", "mixup: { kind: mixup, alpha: 1 }\nloss:")]
    [InlineData("loss:", "numerics: native\nloss:")]
    [InlineData("kind: cross-entropy", "kind: cross-entropy, mix: target")]
    [InlineData("learning-rate: 0.1", "learning-rate: 0.1, clip: 1")]
    [InlineData("learning-rate: 0.1", "learning-rate: 0.1, decay: weights")]
    [InlineData("kind: sgd", "kind: adamw")]
    [InlineData("kind: wide-resnet, depth: 10, width: 1", "kind: resnet, depth: 18")]
    [InlineData("kind: wide-resnet, depth: 10, width: 1", "kind: vit, patch: 4, dim: 16, depth: 2, heads: 4, mlp: 32")]
    [InlineData("kind: constant", "kind: constant, warm-up: 1")]
    public void WhatChangesTheTrainingChangesTheId(string old, string replacement) =>
        Assert.NotEqual(Example.Cell().Id, Example.Cell(old, replacement).Id);

    [Fact]
    public void MixupWithItsDefaultsIsTheMixupThatWasRecordedBeforeItHadThem() => Assert.Equal(
        Example.Cell("loss:", "mixup: { kind: mixup, alpha: 1 }\nloss:").Id,
        Example.Cell("loss:", "mixup: { kind: mixup, alpha: 1, per: batch, partner: any, apply: inputs-and-targets }\nloss:").Id);

    [Theory]
    [InlineData("{ kind: mixup, alpha: 1, per: sample, mixtures: 0 }", true)]
    [InlineData("{ kind: mixup, alpha: 1, per: sample, mixtures: 5 }", false)]
    [InlineData("{ kind: cutmix, alpha: 1, per: sample }", false)]
    [InlineData("{ kind: manifold, alpha: 1, per: sample, layers: [0] }", false)]
    public void EveryOtherMixupIsAnotherTraining(string mixup, bool same) => Assert.Equal(
        same,
        Example.Cell("loss:", "mixup: { kind: mixup, alpha: 1, per: sample }\nloss:").Id == Example.Cell("loss:", $"mixup: {mixup}\nloss:").Id);

    [Fact]
    public void AClassifierIsAnAxisLikeAnyOther() => Assert.Equal(
        ["model.classifier=learned seed=0", "model.classifier=simplex seed=0", "model.classifier=simplex(scale=5) seed=0"],
        Example.Cells(Example.Valid + "matrix: { model.classifier: [ { kind: learned }, { kind: simplex }, { kind: simplex, scale: 5 } ] }\n").Select(c => c.Label));

    [Fact]
    public void TheNameOfTheExperimentIsNoPartOfTheId()
    {
        var other = Example.Valid.Replace("name: example", "name: other", StringComparison.Ordinal);

        Assert.Equal(Example.Cell().Id, Assert.Single(ExperimentSpec.Parse(other, "other.yaml").Expand().Cells).Id);
    }

    [Fact]
    public void ACellCanBeReadBackFromItsCanonicalJson()
    {
        const string schedule = "kind: multistep, milestones: [1, 3], factor: 1e-6, warm-up: 2";
        const string optimizer = "learning-rate: 0.1, momentum: 0.5, nesterov: true";
        var text = Example.WithoutLoss
            .Replace("kind: constant", schedule, StringComparison.Ordinal)
            .Replace("learning-rate: 0.1", optimizer, StringComparison.Ordinal);
        var cells = Example.Cells(text + """
            matrix:
              loss:
                - { kind: cross-entropy, smoothing: 0.1 }
                - { kind: focal, gamma: 0.30000000000000004 }
                - { kind: mae, kappa: 1e6 }
                - { kind: scaled-mse, kappa: 1e-6, mix: target }
                - { kind: smooth-l1, beta: 0.1, kappa: 2 }
                - { kind: rescaled-mse, k: 15, m: 30 }
              mixup: [ { kind: none }, { kind: mixup, alpha: 0.3 }, { kind: mixup, alpha: 1, per: sample, apply: targets-only, partner: same-class } ]
              numerics: [ portable, native ]
            """);

        Assert.Equal(36, cells.Count);
        Assert.All(cells, cell => Assert.Equal(cell.CanonicalJson, CanonicalJson.Write(CanonicalJson.Read(cell.CanonicalJson))));
    }

    [Theory]
    [InlineData("\"trainer\":4", "\"trainer\":999")]
    [InlineData("\"seed\":0", "\"seed\":-1")]
    public void WhatWasNotWrittenHereIsNotRead(string old, string replacement)
    {
        var json = Example.Cell().CanonicalJson.Replace(old, replacement, StringComparison.Ordinal);

        var error = Assert.Throws<InvalidDataException>(() => CanonicalJson.Read(json));

        Assert.Equal($"Not the canonical JSON of a cell of trainer version 4: {json}", error.Message);
    }

    private static string Compact(string json) => json.ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal);
}
