using System.Text.Json.Nodes;

namespace NeuralCollapse.Runner.Tests;

public sealed class PredictingOptima : IDisposable
{
    private readonly Collapse collapse = new();

    public void Dispose() => collapse.Dispose();

    [Fact]
    public void CrossEntropyIsPredictedAsJson()
    {
        var outcome = collapse.Run("theory", "--loss=cross-entropy", "--classes=10", "--mu=100", "--lambda=0.75");

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        var json = JsonNode.Parse(outcome.Output)!.AsObject();
        Assert.Equal(
            ["inputs", "p_y", "p_partner", "p_rest", "alpha", "beta", "alpha_same", "amplification"], json.Select(pair => pair.Key));
        Assert.Equal("""{"loss":"cross-entropy","classes":10,"mu":100,"lambda":0.75,"smoothing":0,"mix":"loss"}""", json["inputs"]!.ToJsonString());
        double[] expected = [.712784, .224344, .007859, 4.507515, 3.351517, 5.209293];
        Assert.All(json.Skip(1).Zip(expected), pair => Assert.Equal(pair.Second, (double)pair.First.Value!, 5e-7));
        Assert.Equal((4.507515 + 3.351517) / 5.209293, (double)json["amplification"]!, 1e-6);
    }

    [Theory]
    [InlineData("alpha", 2.0, "mae", "--kappa=2")]
    [InlineData("alpha", 1.4, "mae", "--kappa=2", "--mix=target")]
    [InlineData("alpha", 0.0, "mae", "--offset=none")]
    [InlineData("alpha", 0.7 * 200 / 210, "scaled-mse")]
    [InlineData("alpha", 0.7 * 100 / 110, "smooth-l1", "--beta=1")]
    [InlineData("amplification", 1.0, "smooth-l1", "--beta=1")]
    [InlineData("alpha", 0.7 * 200 / 210, "rescaled-mse", "--k=1", "--m=1")]
    [InlineData("amplification", 1.528, "focal", "--gamma=0")]
    [InlineData("amplification", 1.528, "cross-entropy", "--smoothing=0")]
    public void EveryLossIsPredicted(string key, double expected, string loss, params string[] options)
    {
        var outcome = collapse.Run(["theory", $"--loss={loss}", "--classes=10", "--mu=100", "--lambda=0.7", .. options]);

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        Assert.Equal(expected, (double)JsonNode.Parse(outcome.Output)![key]!, 5e-4);
    }

    [Fact]
    public void TheDecaysUnderWhichAClassifierIsLearnedStandForMu()
    {
        var outcome = collapse.Run(
            "theory", "--loss=scaled-mse", "--kappa=3", "--classes=10", "--weight-decay=0.01", "--feature-decay=0.02", "--lambda=0.7");

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        var json = JsonNode.Parse(outcome.Output)!.AsObject();
        Assert.Equal(["inputs", "mu", "m", "p_y"], json.Select(pair => pair.Key).Take(4));
        Assert.Equal(["loss", "classes", "weight-decay", "feature-decay", "lambda"], json["inputs"]!.AsObject().Select(pair => pair.Key).Take(5));
        var mu = (3 / Math.Sqrt(10 * 0.01 * 0.02)) - 5;
        Assert.Equal(mu, (double)json["mu"]!, 1e-9);
        Assert.Equal(mu * 0.02, (double)json["m"]!, 1e-9);
        Assert.Equal(0.7 * 3 * 2 * mu / ((2 * mu) + 10), (double)json["alpha"]!, 1e-9);
    }

    [Theory]
    [InlineData("\"mu\": 0,", "--weight-decay=1", "--feature-decay=1")]
    [InlineData("\"mu\": 188.3016740296", "--weight-decay=0.01", "--feature-decay=0.01", "--alpha=1")]
    public void AClassifierIsLearnedOnMixedSamplesAndUnderAnyDecay(string expected, params string[] options) => Assert.Contains(
        expected, collapse.Run(["theory", "--loss=cross-entropy", "--classes=10", "--lambda=0.7", .. options]).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("--mu is missing: expected it, or --weight-decay and --feature-decay in its place")]
    [InlineData("--weight-decay is missing: mu follows from both decays together", "--feature-decay=0.1")]
    [InlineData("--alpha beside --mu: expected one of them, since mu follows from the decays", "--mu=1", "--alpha=1")]
    [InlineData("expected decays under which mu is at most 1e9, got weaker ones", "--weight-decay=1e-9", "--feature-decay=1e-9")]
    public void MuIsSaidInOneWay(string message, params string[] options) =>
        collapse.Run(["theory", "--loss=cross-entropy", "--classes=10", "--lambda=0.7", .. options]).AssertMistake(message);

    [Fact]
    public void AnAmplificationOfNothingIsNotANumber() => Assert.Contains(
        "\"amplification\": \"nan\"",
        collapse.Run("theory", "--loss=mae", "--classes=10", "--mu=100", "--lambda=0.5", "--offset=none").Output,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("--lambda=1.5: expected a number from 0 to 1", "cross-entropy", "--lambda=1.5")]
    [InlineData("--lambda=NaN: expected a number from 0 to 1", "cross-entropy", "--lambda=NaN")]
    [InlineData("--mu=0: expected a number from 1e-6 to 1000000000, got 0", "cross-entropy", "--mu=0")]
    [InlineData("--classes=2: expected a whole number from 3 to 1000000, got 2", "cross-entropy", "--classes=2")]
    [InlineData("--classes=1e5: expected a whole number from 3 to 1000000, got 1e5", "cross-entropy", "--classes=1e5")]
    [InlineData("--classes=1,000: expected a number with a decimal point, got 1,000", "cross-entropy", "--classes=1,000")]
    [InlineData("--mu=1,5: expected a number with a decimal point, got 1,5", "cross-entropy", "--mu=1,5")]
    [InlineData("--gamma=2,5: expected a number with a decimal point, got 2,5", "focal", "--gamma=2,5")]
    [InlineData("--lambda=0,5: expected a number with a decimal point, got 0,5", "cross-entropy", "--lambda=0,5")]
    [InlineData("--smoothing=0,0005: expected a number with a decimal point, got 0,0005", "cross-entropy", "--smoothing=0,0005")]
    [InlineData("--kappa= 1: expected a number from", "mae", "--kappa= 1")]
    [InlineData("--kappa=1_000: expected a number from", "mae", "--kappa=1_000")]
    [InlineData("--kappa=0x1: expected a number from", "mae", "--kappa=0x1")]
    [InlineData("--mu=Infinity: expected a number from", "mae", "--mu=Infinity")]
    [InlineData("--mu=1e400: expected a number from", "mae", "--mu=1e400")]
    [InlineData("--gamma does not belong to the loss mae: expected --kappa, --mix, --offset", "mae", "--gamma=2")]
    [InlineData("--gamma is missing: the loss focal needs it", "focal", "--mix=target")]
    [InlineData("hinge", "hinge", "--mix=loss")]
    [InlineData("much", "scaled-mse", "--kappa=much")]
    public void AMistakeIsNamed(string message, string loss, string option)
    {
        string[] needed = ["--classes=10", "--mu=100", "--lambda=0.7"];

        collapse.Run(["theory", $"--loss={loss}", option, .. needed.Where(o => o.Split('=')[0] != option.Split('=')[0])]).AssertMistake(message);
    }

    [Fact]
    public void WhatIsMissingIsNamed() => collapse.Run("theory", "--loss=mae").AssertMistake("--classes", "--lambda");
}
