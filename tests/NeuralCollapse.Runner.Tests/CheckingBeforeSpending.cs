using NeuralCollapse.Specs;

namespace NeuralCollapse.Runner.Tests;

/// <summary>What would stop a later cell is said before the first one begins.</summary>
public sealed class CheckingBeforeSpending : IDisposable
{
    private const string Glyphs = "{ kind: glyphs, train: 80, test: 40 }", Network = "{ kind: wide-resnet, depth: 10, width: 1 }";

    private readonly Collapse collapse = new Collapse().WithTiny();

    public void Dispose() => collapse.Dispose();

    [Fact]
    public void ADataSetThatIsMissingForTheLastExperimentStopsTheFirst()
    {
        collapse.With("zebra", Collapse.TinySpec.Replace("name: tiny", "name: zebra").Replace(Glyphs, "{ kind: mnist, train: 80, test: 40 }"));

        var outcome = collapse.Run("run", "--experiment=tiny", "--experiment=zebra", "--data=nowhere");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("zebra: ", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("nowhere", outcome.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("start", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ kind: mlp, hidden: [100000, 100000, 100000] }", "expected a network whose parameters, gradients and optimizer fit into the [0-9.]+ GB of this machine, got 24[0-9.]+ GB for 20,[0-9,]+ parameters in each of 1 processes")]
    [InlineData("{ kind: vit, patch: 5, dim: 8, depth: 1, heads: 1, mlp: 8 }", "model.patch: expected a divisor of both sides of the 28 x 28 images, got 5")]
    public void ANetworkThatCannotBeTrainedHereIsSaid(string network, string expected)
    {
        collapse.With("large", Collapse.TinySpec.Replace("name: tiny", "name: large").Replace(Network, network));

        var outcome = collapse.Run("run", "--experiment=tiny", "--experiment=large", "--jobs=1");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Matches($"^large: .*{expected}", outcome.Errors);
        Assert.DoesNotContain("start", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderThatCannotBeWrittenToIsSaid()
    {
        File.WriteAllText(collapse.At("taken"), "");

        var outcome = collapse.Run("run", "--experiment=tiny", "--runs=taken");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("taken", outcome.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("start", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ADiskWithoutRoomForWeightsAndCheckpointsIsSaid()
    {
        var plan = Plan(collapse.At("experiments", "tiny.yaml"));
        var settings = new RunSettings
        {
            Data = "",
            Results = "",
            Runs = collapse.At("runs"),
            Places = [default],
            CheckpointSeconds = 60,
            Force = false,
            KeepGoing = false,
        };
        IReadOnlyList<Work> cells = [.. plan.Cells.Select(cell => new Work(plan, cell, Need.Training))];
        const double cell = 4 * 77_562 * (2 + 4); // weights of two epochs, two states of parameters and one moment; of one channel

        Requirements.Check(settings, cells, new(Memory: 1e9, Disk: 4 * cell));
        var error = Assert.Throws<UserErrorException>(() => Requirements.Check(settings, cells, new(Memory: 1e9, Disk: (4 * cell) - 1)));

        Assert.Contains("expected room for the 0.0 GB of weights and checkpoints", error.Message, StringComparison.Ordinal);
    }

    private static Plan Plan(string file) => ExperimentSpec.Load(file).Expand();
}
