namespace NeuralCollapse.Specs.Tests;

public sealed class ObjectingToTheMatrix
{
    private const string Losses = "matrix: { loss: [ { kind: cross-entropy }, { kind: focal, gamma: 3 } ] }\n";

    [Theory]
    [InlineData("matrix: {}", "13:9: matrix: expected a map of axes, each with a list of values, got an empty map")]
    [InlineData("matrix: 5", "13:9: matrix: expected a map of axes, each with a list of values, got 5")]
    [InlineData("zip: 5", "13:6: zip: expected a list, got 5")]
    [InlineData("exclude: { mixup: { kind: none } }", "13:10: exclude: expected a list, got a map")]
    [InlineData("exclude: [ { mixup: { kind: none } } ]", "13:14: exclude[0].mixup: expected an axis, but the matrix has none, got mixup")]
    public void WhatIsNoneIsNamed(string matrix, string error) => Assert.Equal([error], Example.Errors($"{Example.Valid}{matrix}\n"));

    [Theory]
    [InlineData(
        "include: [ 5, {} ]",
        "13:12: include[0]: expected a map of axes to values, got 5",
        "13:15: include[1]: expected a map of axes to values, got an empty map")]
    [InlineData("exclude: [ 5 ]", "13:12: exclude[0]: expected a map of axes to values, got 5")]
    public void ItemsThatAreNoPointsAreNamed(string items, params string[] errors) =>
        Assert.Equal(errors, Example.Errors($"{Example.WithoutLoss}{Losses}{items}\n"));

    [Fact]
    public void ZippedAxesAloneCanBeTooMany()
    {
        var values = $"[{string.Join(", ", Enumerable.Range(2, 101))}]";

        Assert.Equal(
            ["14:3: zip: expected at most 10000 points, got 10201; split the experiment"],
            Example.Errors($$"""
                {{Example.Valid}}zip:
                  - { training.batch-size: {{values}}, training.epochs: {{values}} }
                  - { data.test: {{values}}, data.train: {{values}} }

                """));
    }

    [Fact]
    public void EveryValueOfZippedAxesIsReadHoweverManyTheOtherHas() => Assert.Equal(
        [
            "13:41: zip[0].training.optimizer.learning-rate: expected 2 values, as training.batch-size has beside it, got 3",
            "13:86: zip[0].training.optimizer.learning-rate[2]: expected a number from 1e-12 to 1000, got 0",
        ],
        Example.Errors(Example.Valid + "zip: [ { training.batch-size: [32, 64], training.optimizer.learning-rate: [0.1, 0.2, 0] } ]\n"));

    [Fact]
    public void AnAxisAroundAnotherIsRefusedAndNotRead() => Assert.Equal(
        ["12:36: matrix.measure: expected no two axes to set the same thing, got measure beside measure.epochs of line 12"],
        Example.Errors(Example.Valid.Replace("measure: { epochs: [1, 4] }\n", "", StringComparison.Ordinal)
            + "matrix: { measure.epochs: [ [4] ], measure: [ { epochs: [9] } ] }\n"));

    [Fact]
    public void AnExclusionOfWhatWasNotUnderstoodIsNotMissed() => Assert.Equal(
        ["13:36: matrix.loss[1]: expected a plain value, got the alias *focal; write the value out where it is used, or make it a matrix axis"],
        Example.Errors(Example.WithoutLoss + """
            matrix:
              loss: [ { kind: mae, kappa: 1 }, *focal ]
              mixup: [ { kind: none }, { kind: mixup, alpha: 1 } ]
            exclude: [ { loss: { kind: focal }, mixup: { kind: none } } ]

            """));

    [Fact]
    public void ALabelMarksAPartThatWasNotUnderstood() => Assert.Equal(
        [
            "12:41: matrix.loss[0].gamma: expected a plain value, got the alias *gamma; "
                + "write the value out where it is used, or make it a matrix axis",
            "13:12: exclude[0]: expected to match a point of the matrix, got no match; the matrix has loss: focal(gamma=?), cross-entropy",
        ],
        Example.Errors(Example.WithoutLoss + """
            matrix: { loss: [ { kind: focal, gamma: *gamma }, { kind: cross-entropy } ] }
            exclude: [ { loss: { kind: mae } } ]

            """));

    [Fact]
    public void ANumberIsNoText() => Assert.Equal(
        ["14:12: exclude[0]: expected to match a point of the matrix, got no match; the matrix has training.epochs: 4"],
        Example.Errors(Example.Valid + """
            matrix: { training.epochs: [4] }
            exclude: [ { training.epochs: four } ]

            """));

    [Fact]
    public void AListIsExcludedAsAWhole() => Assert.Equal(
        ["model=mlp(hidden=[16,8]) seed=0"],
        Example.Cells(Example.Valid.Replace("model: { kind: wide-resnet, depth: 10, width: 1 }\n", "", StringComparison.Ordinal) + """
            matrix:
              model: [ { kind: mlp, hidden: [16, 8] }, { kind: mlp, hidden: [16, 9] }, { kind: mlp, hidden: [16] } ]
            exclude: [ { model: { hidden: [16, 9] } }, { model: { hidden: [16] } } ]
            """).Select(cell => cell.Label));

    [Fact]
    public void InOneLineTooWhatStandsFirstVariesSlowest() => Assert.Equal(
        [
            "loss=cross-entropy training.batch-size=32 seed=0", "loss=cross-entropy training.batch-size=64 seed=0",
            "loss=focal(gamma=3) training.batch-size=32 seed=0", "loss=focal(gamma=3) training.batch-size=64 seed=0",
        ],
        Example.Cells(
            "{ name: example, title: In one line, seeds: [0], data: { kind: mnist }, model: { kind: resnet, depth: 18 }, training: { epochs: 12 }, "
            + Losses.Trim() + ", zip: [ { training.batch-size: [32, 64], data.train: [1000, 2000] } ] }").Select(cell => cell.Label));
}
