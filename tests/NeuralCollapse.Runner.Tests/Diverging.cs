namespace NeuralCollapse.Runner.Tests;

/// <summary>A training that diverges is a result like any other; the real executable trains it.</summary>
public sealed class Diverging : IDisposable
{
    private const string Spec = """
        name: wild
        title: Learning rates that no network stands
        data: { kind: glyphs, train: 80, test: 40 }
        model: { kind: mlp, hidden: [8] }
        loss: { kind: scaled-mse, kappa: 1 }
        training:
          epochs: 3
          batch-size: 20
          optimizer: { kind: sgd, learning-rate: 0.1 }
          schedule: { kind: constant }
        measure: { epochs: [0, 3], mixed-pairs: 5, projection-samples: 6 }
        matrix:
          training.optimizer.learning-rate: [0.1, 100, 1000]
        seeds: [0]
        """;

    private readonly Collapse collapse = new Collapse().With("wild", Spec);

    public void Dispose() => collapse.Dispose();

    [Fact]
    public void ItIsRecordedNotTriedAgainAndListedByPlanVerifyAndReport()
    {
        var first = collapse.Run("run", "--experiment=wild", "--jobs=2");
        var again = collapse.Run("run", "--experiment=wild");
        var plan = collapse.Run("plan", "--experiment=wild");
        collapse.Run("verify", "--experiment=wild");
        var snapshots = collapse.At("tests", "Snapshots", "results");
        File.Move(Path.Combine(snapshots, "wild.received.txt"), Path.Combine(snapshots, "wild.verified.txt"));
        var verify = collapse.Run("verify", "--experiment=wild");

        Assert.Equal(0, first.ExitCode);
        Assert.Matches("note    [0-9a-f]{12} diverged: .* is (inf|nan) at epoch [1-3](, step [1-4])?; it is recorded so, and not tried again", first.Output);
        Assert.Equal($"wild: 3 of 3 cells recorded in {Path.Combine("results", "wild")}, 2 of them diverged", again.Output.Trim());
        Assert.Matches("  diverged  [0-9a-f]{12}  training.optimizer.learning-rate=1000 seed=0\n              .* is (inf|nan) at epoch", plan.Output);
        Assert.Equal(0, verify.ExitCode);
        Assert.Matches("learning-rate=1000 seed=0: diverged, .* is (inf|nan) at epoch", verify.Output);
        Assert.Equal(0, collapse.Run("report").ExitCode);
    }
}
