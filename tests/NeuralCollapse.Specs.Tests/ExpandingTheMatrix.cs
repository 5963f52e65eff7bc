namespace NeuralCollapse.Specs.Tests;

public class ExpandingTheMatrix
{
    [Fact]
    public void WithoutAMatrixThereIsOneCellForEachSeed() => Assert.Equal(
        ["seed=3", "seed=1"],
        Example.Cells(Example.Valid.Replace("seeds: [0]", "seeds: [3, 1]", StringComparison.Ordinal)).Select(c => c.Label));

    [Fact]
    public void TheFirstAxisVariesSlowestAndTheSeedFastest() => Assert.Equal(
        [
            "loss=cross-entropy mixup=none seed=0",
            "loss=cross-entropy mixup=mixup(alpha=1.0) seed=0",
            "loss=focal(gamma=3) mixup=none seed=0",
            "loss=focal(gamma=3) mixup=mixup(alpha=1.0) seed=0",
        ],
        Example.Labels("""
            matrix:
              loss: [ { kind: cross-entropy }, { kind: focal, gamma: 3 } ]
              mixup: [ { kind: none }, { alpha: 1.0, kind: mixup } ]
            """));

    [Fact]
    public void ADottedPathOverridesTheSection()
    {
        var cells = Example.Cells(Example.Valid + "matrix: { training.optimizer.learning-rate: [0.1, 0.05], training.batch-size: [32] }");

        Assert.Equal([0.1, 0.05], cells.Select(c => c.Network().Training.Optimizer.LearningRate));
        Assert.All(cells, c => Assert.Equal(32, c.Network().Training.BatchSize));
        Assert.Equal("training.optimizer.learning-rate=0.05 training.batch-size=32 seed=0", cells[1].Label);
    }

    [Fact]
    public void ADottedPathMayAddWhatTheSectionLacks() => Assert.Equal(
        [0.0, 0.9],
        Example.Cells(Example.Valid + "matrix: { training.optimizer.momentum: [0, 0.9] }")
            .Select(c => ((SgdOptimizer)c.Network().Training.Optimizer).Momentum));

    [Fact]
    public void ZippedAxesVaryTogetherUnderTheNameOfTheFirst()
    {
        var cells = Example.Cells(Example.WithoutLoss + """
            matrix: { loss: [ { kind: cross-entropy } ] }
            zip: [ { training.batch-size: [64, 128], training.optimizer.learning-rate: [0.05, 0.1] } ]
            """).ToList();

        Assert.Equal(["loss=cross-entropy training.batch-size=64 seed=0", "loss=cross-entropy training.batch-size=128 seed=0"], cells.Select(c => c.Label));
        Assert.Equal([(64, 0.05), (128, 0.1)], cells.Select(c => (c.Network().Training.BatchSize, c.Network().Training.Optimizer.LearningRate)));
    }

    [Fact]
    public void WhatStandsFirstInTheFileVariesSlowest() => Assert.Equal(
        [
            "loss=focal(gamma=3) mixup=none seed=0", "loss=focal(gamma=3) mixup=mixup(alpha=1) seed=0",
            "loss=mae(kappa=1) mixup=none seed=0", "loss=mae(kappa=1) mixup=mixup(alpha=1) seed=0",
        ],
        Example.Labels("""
            zip: [ { loss: [ { kind: focal, gamma: 3 }, { kind: mae, kappa: 1 } ], training.batch-size: [32, 128] } ]
            matrix: { mixup: [ { kind: none }, { kind: mixup, alpha: 1 } ] }
            """));

    [Fact]
    public void AZippedAxisThatAnotherPointPartsFromTheFirstKeepsItsLabel() => Assert.Equal(
        [
            "loss=focal(gamma=3) training.batch-size=32 seed=0", "loss=mae(kappa=1) training.batch-size=128 seed=0",
            "loss=mae(kappa=1) training.batch-size=32 seed=0",
        ],
        Example.Labels("""
            zip: [ { loss: [ { kind: focal, gamma: 3 }, { kind: mae, kappa: 1 } ], training.batch-size: [32, 128] } ]
            include: [ { loss: { kind: mae, kappa: 1 }, training.batch-size: 32 } ]
            """));

    [Fact]
    public void AZippedAxisThatFollowsFromSeveralBeforeItHasNoLabel() => Assert.Equal(
        ["training.epochs=4 data.train=64 seed=0", "training.epochs=4 data.train=128 seed=0", "training.epochs=8 data.train=64 seed=0"],
        Example.Labels(Example.Loss + """
            zip: [ { training.epochs: [4, 4, 8], data.train: [64, 128, 64], measure.epochs: [[4], [4], [8]], training.batch-size: [32, 64, 16] } ]
            """));

    [Fact]
    public void APartOfAValueIsEnoughToExclude() => Assert.Equal(
        ["loss=focal(gamma=3) mixup=none seed=0", "loss=mae(kappa=2) mixup=mixup(alpha=1) seed=0"],
        Example.Labels("""
            matrix:
              loss: [ { kind: focal, gamma: 3 }, { kind: mae, kappa: 1 }, { kind: mae, kappa: 2 } ]
              mixup: [ { kind: none }, { kind: mixup, alpha: 1 } ]
            exclude:
              - { loss: { kind: mae, kappa: 1.0 } }
              - { loss: { kind: mae }, mixup: { kind: none } }
              - { loss: { gamma: 3 }, mixup: { alpha: 1 } }
            """));

    [Fact]
    public void AnExclusionSeesDefaultsThatAreNotWritten() => Assert.Equal(
        ["loss=cross-entropy(smoothing=0.1) seed=0"],
        Example.Labels("""
            matrix: { loss: [ { kind: cross-entropy }, { kind: cross-entropy, smoothing: 0.1 } ] }
            exclude: [ { loss: { smoothing: 0 } } ]
            """));

    [Fact]
    public void WhatIsExcludedNeedNotFit() => Assert.Equal(
        [
            "data.train=256 training.batch-size=32 seed=0",
            "data.train=64 training.batch-size=32 seed=0",
            "data.train=256 training.batch-size=128 seed=0",
        ],
        Example.Labels(Example.Loss + """
            matrix: { data.train: [256, 64], training.batch-size: [32, 128] }
            exclude: [ { training.batch-size: 128 } ]
            include: [ { data.train: 256, training.batch-size: 128 } ]
            """));

    [Fact]
    public void AnIncludedPointMayLeaveOutWhatASectionSays() => Assert.Equal(
        ["loss=cross-entropy training.epochs=4 seed=0", "loss=mae(kappa=1) training.epochs=4 seed=0"],
        Example.Labels("""
            matrix: { loss: [ { kind: cross-entropy } ], training.epochs: [4] }
            include: [ { loss: { kind: mae, kappa: 1 } } ]
            """));

    [Fact]
    public void ValuesOfSectionsAreLabelledByTheKeysGiven() => Assert.Equal(
        ["model=mlp(hidden=[16,8]) measure=(epochs=[4],projection-classes=0) numerics=native seed=0"],
        Example.Cells(Example.Valid
            .Replace("model: { kind: wide-resnet, depth: 10, width: 1 }\n", "", StringComparison.Ordinal)
            .Replace("measure: { epochs: [1, 4] }\n", "", StringComparison.Ordinal) + """
            matrix:
              model: [ { kind: mlp, hidden: [16, 8] } ]
              measure: [ { epochs: [4], projection-classes: 0 } ]
              numerics: [ native ]
            """).Select(c => c.Label));

    [Fact]
    public void AnErrorInASectionCountsOnceHoweverManyCellsShareIt()
    {
        var text = Example.WithoutLoss.Replace("batch-size: 64", "batch-size: 1", StringComparison.Ordinal) + """
            matrix:
              loss: [ { kind: cross-entropy }, { kind: mae, kappa: 1 } ]
              mixup: [ { kind: none }, { kind: mixup, alpha: 1 } ]
            """;

        var message = Example.Message(text);

        Assert.Equal(
            """
            example.yaml:8:15: training.batch-size: expected a whole number from 2 to 1000000, got 1
            1 error in example.yaml; experiments/README.md explains every key
            """,
            message);
    }
}
