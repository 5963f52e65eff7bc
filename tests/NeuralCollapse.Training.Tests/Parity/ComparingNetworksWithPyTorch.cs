using NeuralCollapse.Specs;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralCollapse.Training.Tests;

/// <summary>Logits and gradients of our networks against the same networks built in PyTorch: see README.md.</summary>
public sealed class ComparingNetworksWithPyTorch
{
    private const int Samples = 6;
    private static readonly ImageShape Shape = new(3, 16, 12);

    public ComparingNetworksWithPyTorch() => LibTorch.Load();

    public static TheoryData<string, ModelSpec> Models => new()
    {
        { "wide-resnet-10-1", new WideResNetModel { Depth = 10, Width = 1 } },
        { "wide-resnet-16-2", new WideResNetModel { Depth = 16, Width = 2 } },
        { "resnet-18", new ResNetModel { Depth = 18 } },
        { "resnet-50", new ResNetModel { Depth = 50 } },
        { "vgg-11", new VggModel { Depth = 11 } },
        { "vit", new VitModel { Patch = 4, Dim = 32, Depth = 2, Heads = 4, Mlp = 64 } },
        { "mlp", new MlpModel { Hidden = [30, 20] } },
    };

    /// <summary>The same formulas in the same arithmetic, summed in another order: differences of many roundings, no more.</summary>
    [Theory]
    [MemberData(nameof(Models))]
    public void InDoublePrecisionTheyAgreeToTheLastDigits(string name, ModelSpec spec) => AssertAgrees(name, spec, float64, 1e-9, gradients: true);

    /// <summary>
    /// As it is trained: channels-last, by oneDNN's kernels. Not the gradients of ResNet-50: at this size PyTorch's own in single precision
    /// are up to 5 % from those in double, since roundings switch units on and off under a batch norm of few values. The pixels are such that
    /// none of ResNet-18 is as near to its threshold: of others one gradient is 0.1 % off, with AVX2 kernels and not with those of SSE 4.1.
    /// </summary>
    [Theory]
    [MemberData(nameof(Models))]
    public void InSinglePrecisionTheyAgreeToFourDigits(string name, ModelSpec spec) =>
        AssertAgrees(name, spec, float32, 1e-4, gradients: spec is not ResNetModel { Depth: 50 });

    private static void AssertAgrees(string name, ModelSpec spec, ScalarType type, double tolerance, bool gradients)
    {
        using var scope = NewDisposeScope();
        var expected = Fixture.Read(name);
        using var network = Network.Build(spec, Shape, classes: 5, seed: 0);
        network.Load(network.Arrays().Select(a => a with { Values = a.Values as long[] as Array ?? Formula.Parameter(a.Name, a.Shape) }), name);
        network.to(type);
        var values = Formula.Uniform("pixels", Samples * Shape.Size);
        var images = ChannelsLast.Of(tensor(values).view(Samples, Shape.Channels, Shape.Height, Shape.Width).mul(4).to(type));

        network.train();
        var trained = network.forward(images);
        nn.functional.cross_entropy(trained, tensor(new long[] { 0, 1, 2, 3, 4, 1 })).backward();
        network.eval();
        var evaluated = network.forward(images);

        var differences = new List<string>();
        void Compare(string quantity, double difference, double norm)
        {
            if (!(difference <= tolerance * norm))
                differences.Add(FormattableString.Invariant($"{quantity}: {difference} of {norm}"));
        }
        foreach (var (quantity, logits) in new[] { ("logits in training", trained), ("logits in evaluation", evaluated) })
            Compare(quantity, Norm([.. expected[quantity].Zip(Values(logits), (a, b) => a - b)]), Norm(expected[quantity]));
        foreach (var (parameter, tensor) in network.Named().Where(t => gradients && t.Values.requires_grad))
        {
            var (gradient, reference) = (Values(tensor.grad!), expected[$"gradient of {parameter}"]);
            var along = gradient.Zip(Formula.Uniform($"along {parameter}", gradient.Length), (g, d) => g * d).Sum();
            Compare($"norm of the gradient of {parameter}", Math.Abs(reference[0] - Norm(gradient)), reference[0]);
            Compare($"direction of the gradient of {parameter}", Math.Abs(reference[1] - along), reference[0]);
        }

        Assert.Empty(differences);
        Assert.Equal(expected.Count, 2 + network.parameters().Count()); // none is left uncompared
    }

    private static double[] Values(Tensor values) => values.detach().to(float64).contiguous().data<double>().ToArray();

    private static double Norm(double[] values) => Math.Sqrt(values.Sum(v => v * v));
}
