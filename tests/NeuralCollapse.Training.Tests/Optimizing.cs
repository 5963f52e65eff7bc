using NeuralCollapse.Specs;
using static TorchSharp.torch;

namespace NeuralCollapse.Training.Tests;

/// <summary>Steps of each optimizer against its formula written out in scalars, for a weight and a bias with given gradients.</summary>
public sealed class Optimizing
{
    /// <summary>Gradients of (weight, bias) at each step.</summary>
    private static readonly double[][] Gradients = [[0.5, -0.2], [0.3, 0.4], [-1.2, 0.1]];

    private static readonly double[] Start = [1, -2];

    public Optimizing() => LibTorch.Load();

    [Fact]
    public void SgdIsGradientDescent() => AssertFollows(
        new SgdOptimizer { LearningRate = 0.1 },
        (i, p, g, t, s) => p - (0.1 * g));

    [Fact]
    public void MomentumIsAHeavyBall() => AssertFollows(
        new SgdOptimizer { LearningRate = 0.1, Momentum = 0.9, WeightDecay = 0.01 },
        (i, p, g, t, s) => p - (0.1 * (s[0] = (0.9 * s[0]) + g + (0.01 * p))));

    [Fact]
    public void NesterovLooksAhead() => AssertFollows(
        new SgdOptimizer { LearningRate = 0.1, Momentum = 0.9, WeightDecay = 0.01, Nesterov = true },
        (i, p, g, t, s) =>
        {
            g += 0.01 * p;
            s[0] = (0.9 * s[0]) + g;
            return p - (0.1 * (g + (0.9 * s[0])));
        });

    [Fact]
    public void AdamAddsWeightDecayToTheGradient() => AssertFollows(
        new AdamOptimizer { LearningRate = 0.1, WeightDecay = 0.01, Beta1 = 0.8, Beta2 = 0.95, Epsilon = 1e-3 },
        (i, p, g, t, s) => p - (0.1 * Adam(g + (0.01 * p), t, s)));

    [Fact]
    public void AdamWShrinksTheParameters() => AssertFollows(
        new AdamWOptimizer { LearningRate = 0.1, WeightDecay = 0.01, Beta1 = 0.8, Beta2 = 0.95, Epsilon = 1e-3 },
        (i, p, g, t, s) => (p * (1 - (0.1 * 0.01))) - (0.1 * Adam(g, t, s)));

    public static TheoryData<OptimizerSpec> Decaying =>
    [
        new SgdOptimizer { LearningRate = 0.1, WeightDecay = 0.5 },
        new AdamOptimizer { LearningRate = 0.1, WeightDecay = 0.5 },
        new AdamWOptimizer { LearningRate = 0.1, WeightDecay = 0.5 },
    ];

    [Theory]
    [MemberData(nameof(Decaying))]
    public void WithDecayOfWeightsABiasDoesNotDecay(OptimizerSpec spec)
    {
        var (all, weights, none) = (Final(spec), Final(spec with { Decay = DecayedParameters.Weights }), Final(spec with { WeightDecay = 0 }));

        Assert.Equal((all[0], none[1]), (weights[0], weights[1]));
        Assert.NotEqual(all[1], none[1]);
        Assert.NotEqual(all[0], none[0]);
    }

    [Fact]
    public void ScalesOfNormalisationsDoNotDecayEither()
    {
        using var network = Network.Build(new MlpModel { Hidden = [4] }, new(1, 2, 2), 3, seed: 0);
        var spec = new SgdOptimizer { LearningRate = 0.5, WeightDecay = 1, Decay = DecayedParameters.Weights };
        using var optimizer = Optimizer.Build(spec, network);
        var before = network.named_parameters().ToDictionary(p => p.name, p => p.parameter.abs().sum().item<float>());

        optimizer.Step(network.parameters().Select(p => p.sum() * 0).Aggregate((a, b) => a + b));

        var halved = network.named_parameters().Where(p => before[p.name] > 0 && p.parameter.abs().sum().item<float>() < 0.6 * before[p.name]);
        Assert.Equal(["fc.weight", "layers.0.weight"], halved.Select(p => p.name).Order());
    }

    [Fact]
    public void ALongGradientIsClippedOverAllParameters() => AssertFollows(
        new SgdOptimizer { LearningRate = 0.1, Clip = 0.6 },
        (i, p, g, t, s) => p - (0.1 * g * Math.Min(1, 0.6 / Math.Sqrt(Gradients[t - 1].Sum(v => v * v)))));

    [Fact]
    public void TheRateOfTheNextStepCanBeSet()
    {
        using var network = new OneWeight();
        using var optimizer = Optimizer.Build(new AdamWOptimizer { LearningRate = 0.1, Decay = DecayedParameters.Weights }, network);

        optimizer.Rate = 0;
        optimizer.Step(network.LossWithGradient(Gradients[0]));

        Assert.Equal(Start.Select(v => (float)v), network.Values);
    }

    /// <summary>The step of Adam over its rate; the state is the two moments.</summary>
    private static double Adam(double g, int t, double[] moments)
    {
        moments[0] = (0.8 * moments[0]) + (0.2 * g);
        moments[1] = (0.95 * moments[1]) + (0.05 * g * g);
        return moments[0] / (1 - Math.Pow(0.8, t)) / (Math.Sqrt(moments[1] / (1 - Math.Pow(0.95, t))) + 1e-3);
    }

    /// <param name="spec">What is tested.</param>
    /// <param name="step">From (which parameter, value, gradient, step from 1, state that begins as zeros) to the new value.</param>
    private static void AssertFollows(OptimizerSpec spec, Func<int, double, double, int, double[], double> step)
    {
        var (expected, state) = ((double[])[.. Start], (double[][])[new double[2], new double[2]]);
        for (var t = 1; t <= Gradients.Length; t++)
        {
            for (var i = 0; i < 2; i++)
                expected[i] = step(i, expected[i], Gradients[t - 1][i], t, state[i]);
        }

        Assert.Equal(expected, Final(spec).Select(v => (double)v), (a, b) => Math.Abs(a - b) < 1e-6); // float32 at values near 1
    }

    private static float[] Final(OptimizerSpec spec)
    {
        using var network = new OneWeight();
        using var optimizer = Optimizer.Build(spec, network);
        foreach (var gradient in Gradients)
            optimizer.Step(network.LossWithGradient(gradient));
        return network.Values;
    }

    /// <summary>A classifier of one weight and one bias.</summary>
    private sealed class OneWeight : Network
    {
        public OneWeight()
            : base("one-weight", new MlpModel { Hidden = [1] }, 1)
        {
            RegisterComponents();
            using var noGradient = no_grad();
            Classifier.weight.fill_(Start[0]);
            Classifier.bias!.fill_(Start[1]);
        }

        public float[] Values => [Classifier.weight.item<float>(), Classifier.bias!.item<float>()];

        public override IReadOnlyList<NetworkLayer> Layers => [];

        protected override Tensor Begun(Tensor images) => images;

        protected override Tensor Pooled(Tensor output) => output;

        public Tensor LossWithGradient(double[] gradient) =>
            (Classifier.weight * gradient[0]).sum() + (Classifier.bias! * gradient[1]).sum();
    }
}
