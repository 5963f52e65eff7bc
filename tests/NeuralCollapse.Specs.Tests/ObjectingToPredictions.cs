namespace NeuralCollapse.Specs.Tests;

public sealed class ObjectingToPredictions
{
    private const string Matrix = """
        matrix:
          loss: [ { kind: cross-entropy }, { kind: focal, gamma: 3 } ]
          mixup: [ { kind: none }, { kind: mixup, alpha: 1 } ]

        """;

    [Theory]
    [InlineData("of: 5", "16:64: predictions[0].of: expected a map of axes to values, got 5")]
    [InlineData("against: {}", "16:69: predictions[0].against: expected a map of axes to values, got an empty map")]
    [InlineData(
        "against: { loss: { kind: mae }, mixup: { kind: none } }",
        "16:69: predictions[0].against: expected one point beside loss=cross-entropy mixup=none, equal to it but for loss and mixup, got none")]
    [InlineData(
        "of: { loss: { kind: mae }, mixup: { kind: none } }",
        "16:64: predictions[0].of: expected to match a point of the matrix, got no match; "
            + "the matrix has loss: cross-entropy, focal(gamma=3); mixup: none, mixup(alpha=1)")]
    public void PointsThatAreNotThereAreNamed(string points, string error) => Assert.Equal(
        [error],
        Example.Errors($"{Example.WithoutLoss}{Matrix}predictions:\n  - {{ name: low, says: It is low, metric: nc1, at-most: 1, {points} }}\n"));

    [Fact]
    public void WhoAsksForAMetricThatNobodyKnowsIsToldThoseThatThereAre()
    {
        var recorded = string.Join(", ", RecordedMetrics.Of(Example.Cell().Spec));

        Assert.Equal(
            [$"13:54: predictions[0].metric: expected a metric that these cells record, got beauty; there are {recorded}"],
            Example.Errors(Example.Valid + "predictions: [ { name: low, says: It is low, metric: beauty, at-most: 1 } ]\n"));
    }

    [Fact]
    public void AMetricIsToBeRecordedByEveryCell() => Assert.All(["[0, 64]", "[64, 0]"], order => Assert.Equal(
        ["14:54: predictions[0].metric: expected a metric that all of these cells record, got validation-loss, which some of them do; choose those with of"],
        Example.Errors($$"""
            {{Example.Valid}}matrix: { data.validation: {{order}} }
            predictions: [ { name: low, says: It is low, metric: validation-loss, at-most: 1 } ]

            """)));

    [Theory]
    [InlineData(
        "{ metric: nc11, factors: [loss, mixup] }",
        "15:23: analyses[0].metric: expected a metric that these cells record, got nc11; did you mean nc1?")]
    [InlineData("{ metric: nc1, factors: [loss, model] }", "15:44: analyses[0].factors[1]: expected one of the axes loss, mixup, got model")]
    public void AnalysesAreOfAMetricByAxes(string analysis, string error) =>
        Assert.Equal([error], Example.Errors($"{Example.WithoutLoss}{Matrix}analyses: [ {analysis} ]\n"));

    [Fact]
    public void WithoutAMatrixThereIsNothingToAnalyse() => Assert.Equal(
        [
            "13:38: analyses[0].factors[0]: expected an axis, but the matrix has none, got loss",
            "13:44: analyses[0].factors[1]: expected an axis, but the matrix has none, got mixup",
        ],
        Example.Errors(Example.Valid + "analyses: [ { metric: nc1, factors: [loss, mixup] } ]\n"));

    [Fact]
    public void AZippedAxisThatHasNoLabelIsNoFactor() => Assert.Equal(
        ["14:44: analyses[0].factors[1]: expected one of the axes mixup, loss, got training.batch-size"],
        Example.Errors(Example.WithoutLoss + """
            matrix: { mixup: [ { kind: none }, { kind: mixup, alpha: 1 } ] }
            zip: [ { loss: [ { kind: cross-entropy }, { kind: focal, gamma: 3 } ], training.batch-size: [32, 64] } ]
            analyses: [ { metric: nc1, factors: [loss, training.batch-size] } ]

            """));

    [Fact]
    public void WhereNoPointIsValidTheFactorsAreCheckedAllTheSame() => Assert.Equal(
        [
            "13:33: matrix.loss[0].gamma: expected a number from 0 to 100, got -1",
            "15:44: analyses[0].factors[1]: expected one of the axes loss, mixup, got model",
        ],
        Example.Errors(Example.WithoutLoss
            + Matrix.Replace("{ kind: cross-entropy }, { kind: focal, gamma: 3 }", "{ kind: focal, gamma: -1 }", StringComparison.Ordinal)
            + "analyses: [ { metric: nc1, factors: [loss, model] } ]\n"));
}
