namespace NeuralCollapse.Specs.Tests;

public sealed class ExcludingPoints
{
    [Theory]
    [InlineData("[16, 8]", "[16]", "[16,4]", "[4,8]")]
    [InlineData("[16]", "[16,8]", "[16,4]", "[4,8]")]
    public void AListIsExcludedAsAWhole(string excluded, params string[] left)
    {
        var text = Example.Valid.Replace("model: { kind: wide-resnet, depth: 10, width: 1 }\n", "", StringComparison.Ordinal) + $$"""
            matrix:
              model: [ { kind: mlp, hidden: [16, 8] }, { kind: mlp, hidden: [16] }, { kind: mlp, hidden: [16, 4] }, { kind: mlp, hidden: [4, 8] } ]
            exclude: [ { model: { hidden: {{excluded}} } } ]
            """;

        Assert.Equal(left.Select(hidden => $"model=mlp(hidden={hidden}) seed=0"), Example.Cells(text).Select(cell => cell.Label));
    }

    [Fact]
    public void ATextIsNoNumber() => Assert.Equal(
        """
        example.yaml:14:12: exclude[0]: expected to match a point of the matrix, got no match; the matrix has training.batch-size: 32, 128
        1 error in example.yaml; experiments/README.md explains every key
        """,
        Example.Message(Example.Valid + "matrix: { training.batch-size: [32, 128] }\nexclude: [ { training.batch-size: many } ]\n"));
}
