using NeuralCollapse.Specs;
using TorchSharp;

namespace NeuralCollapse.Training.Tests;

public sealed class Networks
{
    public Networks() => LibTorch.Load();

    /// <summary>Counts of the published networks for CIFAR-10 (Zagoruyko and Komodakis 2016: 36.5 M, 11.0 M, 2.7 M), to the last one.</summary>
    [Theory]
    [InlineData(28, 10, 36_479_194)]
    [InlineData(16, 8, 10_961_370)]
    [InlineData(16, 4, 2_748_890)]
    [InlineData(10, 1, 77_850)]
    public void WideResNetHasThePublishedNumberOfParameters(int depth, int width, long expected)
    {
        using var network = new WideResNet(new() { Depth = depth, Width = width }, new(3, 32, 32), 10);

        Assert.Equal(expected, network.parameters().Sum(p => p.numel()));
    }

    [Theory]
    [InlineData(1, 28, 28)]
    [InlineData(3, 32, 32)]
    public void FeaturesAndLogitsHaveTheirShapes(int channels, int height, int width)
    {
        using var network = Network.Build(new WideResNetModel { Depth = 16, Width = 2 }, new(channels, height, width), 7, seed: 0);
        using var images = torch.zeros(4, channels, height, width);

        Assert.Equal([4, 128], network.Features(images).shape);
        Assert.Equal([4, 7], network.forward(images).shape);
    }

    [Fact]
    public void InitialWeightsAreAFunctionOfTheSeed()
    {
        float[] Weights(int seed)
        {
            using var network = Network.Build(new WideResNetModel { Depth = 10, Width = 1 }, new(1, 28, 28), 10, seed);
            return [.. network.parameters().SelectMany(p => p.contiguous().data<float>().ToArray())];
        }

        Assert.Equal(Weights(3), Weights(3));
        Assert.NotEqual(Weights(3), Weights(4));
    }

    [Fact]
    public void ConvolutionsStartWithTheVarianceOfHe()
    {
        using var network = Network.Build(new WideResNetModel { Depth = 10, Width = 4 }, new(1, 28, 28), 10, seed: 0);
        var weight = network.named_parameters().Single(p => p.name.EndsWith("group3-block0.conv2.weight", StringComparison.Ordinal)).parameter;

        var expected = 2.0 / (256 * 9); // 589,824 draws: the standard error of their variance is 0.2 %
        Assert.Equal(expected, weight.var().item<float>(), 0.01 * expected);
    }

    [Fact]
    public void MemoryLayoutChangesNoValue()
    {
        using var x = torch.rand(2, 5, 6, 7);

        var last = ChannelsLast.Of(x);

        Assert.Equal(x.shape, last.shape);
        Assert.Equal([210, 1, 35, 5], last.stride());
        Assert.True(last.equal(x).all().item<bool>());
    }
}
