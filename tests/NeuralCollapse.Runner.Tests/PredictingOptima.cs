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
        Assert.Equal("""{"loss":{"kind":"cross-entropy","mix":"loss","smoothing":0},"classes":10,"mu":100,"lambda":0.75,"offset":"free"}""", json["inputs"]!.ToJsonString());
        double[] expected = [.712784, .224344, .007859, 4.507515, 3.351517, 5.209293];
        Assert.All(json.Skip(1).Zip(expected), pair => Assert.Equal(pair.Second, (double)pair.First.Value!, 5e-7));
        Assert.Equal((4.507515 + 3.351517) / 5.209293, (double)json["amplification"]!, 1e-6);
    }

    [Theory]
    [InlineData("alpha", 2.0, "{ kind: mae, kappa: 2 }")]
    [InlineData("alpha", 1.4, "{ kind: mae, kappa: 2, mix: target }")]
    [InlineData("alpha", 0.0, "mae-1", "--offset=none")]
    [InlineData("alpha", 0.7 * 200 / 210, "scaled-mse-1")]
    [InlineData("alpha", 0.7 * 100 / 110, "{ kind: smooth-l1, beta: 1, kappa: 1 }")]
    [InlineData("amplification", 1.0, "smooth-l1-1-1")]
    [InlineData("alpha", 0.7 * 200 / 210, "rescaled-mse-1-1")]
    [InlineData("amplification", 1.528, "focal-0")]
    [InlineData("amplification", 1.528, "{ kind: cross-entropy, smoothing: 0 }")]
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
            "theory", "--loss={ kind: scaled-mse, kappa: 3 }", "--classes=10", "--weight-decay=0.01", "--feature-decay=0.02", "--lambda=0.7");

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
    [InlineData("\"mu\": 188.3016740296", "--weight-decay=0.01", "--feature-decay=0.01", "--mixup-alpha=1")]
    public void AClassifierIsLearnedOnMixedSamplesAndUnderAnyDecay(string expected, params string[] options) => Assert.Contains(
        expected, collapse.Run(["theory", "--loss=cross-entropy", "--classes=10", "--lambda=0.7", .. options]).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("--mu is missing: expected it, or --weight-decay and --feature-decay in its place")]
    [InlineData("--weight-decay is missing: mu follows from both decays together", "--feature-decay=0.1")]
    [InlineData("--mixup-alpha beside --mu: expected one of them, since mu follows from the decays", "--mu=1", "--mixup-alpha=1")]
    [InlineData("expected decays under which mu is at most 1e9, got weaker ones", "--weight-decay=1e-9", "--feature-decay=1e-9")]
    public void MuIsSaidInOneWay(string message, params string[] options) =>
        collapse.Run(["theory", "--loss=cross-entropy", "--classes=10", "--lambda=0.7", .. options]).AssertError(message);

    [Fact]
    public void AnAmplificationOfNothingIsNotANumber() => Assert.Contains(
        "\"amplification\": \"nan\"",
        collapse.Run("theory", "--loss=mae-1", "--classes=10", "--mu=100", "--lambda=0.5", "--offset=none").Output,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("--lambda=1.5: expected a number from 0 to 1", "cross-entropy", "--lambda=1.5")]
    [InlineData("--lambda=NaN: expected a number from 0 to 1", "cross-entropy", "--lambda=NaN")]
    [InlineData("--mu=0: expected a number from 1e-6 to 1000000000, got 0", "cross-entropy", "--mu=0")]
    [InlineData("--classes=2: expected a whole number from 3 to 1000000, got 2", "cross-entropy", "--classes=2")]
    [InlineData("--classes=1e5: expected a whole number from 3 to 1000000, got 1e5", "cross-entropy", "--classes=1e5")]
    [InlineData("--classes=1,000: expected a number with a decimal point, got 1,000", "cross-entropy", "--classes=1,000")]
    [InlineData("--mu=1,5: expected a number with a decimal point, got 1,5", "cross-entropy", "--mu=1,5")]
    [InlineData("--lambda=0,5: expected a number with a decimal point, got 0,5", "cross-entropy", "--lambda=0,5")]
    [InlineData("--mu= 1: expected a number from", "mae-1", "--mu= 1")]
    [InlineData("--mu=1_000: expected a number from", "mae-1", "--mu=1_000")]
    [InlineData("--mu=0x1: expected a number from", "mae-1", "--mu=0x1")]
    [InlineData("--mu=Infinity: expected a number from", "mae-1", "--mu=Infinity")]
    [InlineData("--mu=1e400: expected a number from", "mae-1", "--mu=1e400")]
    [InlineData("--loss.gamma: expected one of the keys kind, mix, kappa, got gamma", "{ kind: mae, kappa: 1, gamma: 2 }", "--mu=1")]
    [InlineData("--loss.gamma: expected a number from 0 to 100, got nothing; the key is required", "{ kind: focal, mix: target }", "--mu=1")]
    [InlineData("--loss.gamma: expected a number from 0 to 100, got nothing; the key is required", "focal", "--mu=1")]
    [InlineData("--loss.gamma: expected a number from 0 to 100, got 2000", "{ kind: focal, gamma: 2000 }", "--mu=1")]
    [InlineData("--loss: expected a loss as in a spec, { kind: focal, gamma: 3 }, or one of", "hinge", "--mu=1")]
    [InlineData("did you mean focal-3?", "fokal-3", "--mu=1")]
    [InlineData("--loss.kappa: expected a number from 1e-6 to 1000000, got the text \"much\"", "{ kind: scaled-mse, kappa: much }", "--mu=1")]
    public void AnErrorIsNamed(string message, string loss, string option)
    {
        string[] needed = ["--classes=10", "--mu=100", "--lambda=0.7"];

        collapse.Run(["theory", $"--loss={loss}", option, .. needed.Where(o => o.Split('=')[0] != option.Split('=')[0])]).AssertError(message);
    }

    [Fact]
    public void WhatIsMissingIsNamed() => collapse.Run("theory", "--loss=mae-1").AssertError("--classes", "--lambda");
}
