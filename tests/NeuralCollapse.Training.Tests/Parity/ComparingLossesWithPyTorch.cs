using NeuralCollapse.Specs;
using static TorchSharp.torch;

namespace NeuralCollapse.Training.Tests;

/// <summary>Values and gradients of every loss, mixed in every way, against formulas written in PyTorch: see README.md.</summary>
public sealed class ComparingLossesWithPyTorch
{
    private static readonly long[] Labels = [0, 1, 2, 3, 1, 0];
    private static readonly long[] Partners = [3, 0, 4, 2, 5, 1];

    private static readonly Dictionary<string, LossSpec> Losses = new()
    {
        ["cross-entropy"] = new CrossEntropyLoss(),
        ["cross-entropy-smoothed"] = new CrossEntropyLoss { Smoothing = 0.1 },
        ["focal"] = new FocalLoss { Gamma = 3 },
        ["squentropy"] = new SquentropyLoss(),
        ["scaled-mse"] = new ScaledMseLoss { Kappa = 5 },
        ["rescaled-mse"] = new RescaledMseLoss { K = 5, M = 7 },
        ["mae"] = new MaeLoss { Kappa = 2 },
        ["smooth-l1"] = new SmoothL1Loss { Beta = 0.5, Kappa = 2 },
    };

    public ComparingLossesWithPyTorch() => LibTorch.Load();

    public static TheoryData<string> Names => [.. Losses.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void UnmixedTheyAgree(string loss) =>
        AssertAgrees($"{loss}, mix nothing, lambda one", (logits, labels) => LossFunction.Of(Losses[loss]).Mean(logits, labels));

    [Theory]
    [MemberData(nameof(Names))]
    public void MixedByLossOrByTargetTheyAgree(string loss)
    {
        foreach (var (mix, mixing) in new[] { ("loss", LossMixing.Loss), ("target", LossMixing.Target) })
        {
            foreach (var (scope, lambdas) in new (string, double[])[] { ("one", [0.3]), ("each", [0.3, 0.9, 0, 1, 0.55, 0.72]) })
            {
                AssertAgrees($"{loss}, mix {mix}, lambda {scope}", (logits, labels) =>
                    new Mixture(lambdas, tensor(Partners)).Loss(Losses[loss] with { Mix = mixing }, logits, labels));
            }
        }
    }

    [Fact]
    public void EveryCaseOfTheFixtureIsCompared() => Assert.Equal(5 * Losses.Count, Fixture.Read("losses").Count);

    /// <summary>Value and gradient with respect to the logits; float64 on both sides.</summary>
    private static void AssertAgrees(string entry, Func<Tensor, Tensor, Tensor> loss)
    {
        using var scope = NewDisposeScope();
        var logits = tensor(Array.ConvertAll(Formula.Uniform("logits", 24), v => 4 * v)).view(6, 4).requires_grad_();

        var value = loss(logits, tensor(Labels));
        value.backward();

        double[] got = [value.item<double>(), .. logits.grad!.data<double>()];
        Assert.Equal(Fixture.Read("losses")[entry], got, (a, b) => Math.Abs(a - b) <= 1e-12 * Math.Max(1, Math.Abs(a)));
    }
}
