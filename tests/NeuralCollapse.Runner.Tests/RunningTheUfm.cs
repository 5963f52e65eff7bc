namespace NeuralCollapse.Runner.Tests;

public sealed class RunningTheUfm : IDisposable
{
    private const string Spec = """
        name: free
        title: The unconstrained features model of three classes
        ufm: { classes: 3, partners: 1, lambdas: [0.5, 0.8], dim: 2, classifier: { kind: simplex, scale: 1 }, feature-decay: 0.01 }
        loss: { kind: cross-entropy }
        training:
          epochs: 400
          optimizer: { kind: adam, learning-rate: 0.1 }
          schedule: { kind: cosine }
        measure: { epochs: [1, 400] }
        seeds: [0]
        """;

    private readonly Collapse collapse = new();

    public void Dispose() => collapse.Dispose();

    [Fact]
    public void WhereTheyLieIsRecordedAndNothingIsSaidOfATestSet()
    {
        var outcome = collapse.With("free", Spec).Run("run", "--experiment=free");

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        Assert.Contains("400/400", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("accuracy", outcome.Output, StringComparison.Ordinal);
        var cell = Assert.Single(Directory.GetDirectories(collapse.At("results", "free", "cells")));
        var lines = File.ReadAllLines(Path.Combine(cell, "lambda.csv"));
        Assert.Equal(["1,0.5,3", "1,0.8,3", "1,1,3", "400,0.5,3", "400,0.8,3", "400,1,3"], lines[1..].Select(l => string.Join(',', l.Split(',')[..3])));
    }
}
