namespace NeuralCollapse.Specs.Tests;

/// <summary>One mistake is one error, at its place.</summary>
public sealed class ObjectingOnce
{
    private const string Losses = "matrix: { loss: [ { kind: cross-entropy }, { kind: focal, gamma: 3 } ] }\n";
    private const string Prediction = "name: low, says: It is low, metric: nc1, at-most: 1";

    [Theory]
    [InlineData("", "matrix: *a", "13:9: matrix")]
    [InlineData("", "matrix: { mixup: *a }", "13:18: matrix.mixup")]
    [InlineData("", "zip: *a", "13:6: zip")]
    [InlineData("", "zip: [ *a ]", "13:8: zip[0]")]
    [InlineData(Losses, "exclude: *a", "13:10: exclude")]
    [InlineData(Losses, "exclude: [ *a ]", "13:12: exclude[0]")]
    [InlineData(Losses, "include: *a", "13:10: include")]
    [InlineData(Losses, "include: [ *a ]", "13:12: include[0]")]
    [InlineData(Losses, "predictions: *a", "13:14: predictions")]
    [InlineData(Losses, "predictions: [ *a ]", "13:16: predictions[0]")]
    [InlineData(Losses, "predictions: [ { " + Prediction + ", of: *a } ]", "13:75: predictions[0].of")]
    [InlineData(Losses, "predictions: [ { " + Prediction + ", against: *a } ]", "13:80: predictions[0].against")]
    [InlineData(Losses, "analyses: [ *a ]", "13:13: analyses[0]")]
    public void ToWhatIsNoPlainValue(string losses, string key, string place) => Assert.Equal(
        [$"{place}: expected a plain value, got the alias *a; write the value out where it is used, or make it a matrix axis"],
        Example.Errors($"{Example.WithoutLoss}{(losses.Length > 0 ? losses : Example.Loss)}{key}\n"));

    [Fact]
    public void ToAnInclusionWithoutAMatrix() => Assert.Equal(
        ["13:14: include[0].mixup: expected an axis, but the matrix has none, got mixup"],
        Example.Errors(Example.Valid + "include: [ { mixup: { kind: none } } ]\n"));

    [Theory]
    [InlineData(46341)]
    [InlineData(99999)]
    public void ToARangeWithoutAPower(int powersOf) => Assert.Equal(
        [FormattableString.Invariant($"11:62: measure.epochs[1].to: expected at least {(long)powersOf * powersOf}, the first power of {powersOf} in the range, got 100000")],
        Example.Errors(Example.Valid.Replace(
            "[1, 4]", FormattableString.Invariant($"[1, {{ from: 100000, powers-of: {powersOf}, to: 100000 }}, 4]"), StringComparison.Ordinal)));

    [Fact]
    public void ToATableThatThereIsNot() => Assert.Equal(
        "No table for beauty.", Assert.Throws<NotSupportedException>(() => KeyTables.In("<!-- keys: beauty --><!-- end of keys -->")).Message);

    [Fact]
    public void TheFirstInTheFileVariesSlowestAlsoOnOneLine()
    {
        const string spec = """
            { name: example, title: An example, seeds: [0], data: { kind: glyphs, train: 256, test: 128 }, model: { kind: mlp, hidden: [8] },
            loss: { kind: cross-entropy }, measure: { epochs: [1, 4] },
            training: { epochs: 4, optimizer: { kind: sgd, learning-rate: 0.1 }, schedule: { kind: constant } },
            zip: [ { data.test: [20, 40], data.train: [60, 80] } ], matrix: { training.batch-size: [10, 20] } }
            """;

        Assert.Equal([(20, 10), (20, 20), (40, 10), (40, 20)], Example.Cells(spec).Select(c => (c.Network().Data.Test, c.Network().Training.BatchSize)));
    }
}
