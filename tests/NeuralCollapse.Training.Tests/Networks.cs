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

    /// <summary>Counts of the widely used versions for CIFAR-10 with a 3 x 3 stem and 1 x 1 shortcuts.</summary>
    [Theory]
    [InlineData(18, 11_173_962)]
    [InlineData(34, 21_282_122)]
    [InlineData(50, 23_520_842)]
    public void ResNetHasThePublishedNumberOfParameters(int depth, long expected)
    {
        using var network = new ResNet(new() { Depth = depth }, new(3, 32, 32), 10);

        Assert.Equal(expected, network.parameters().Sum(p => p.numel()));
    }

    /// <summary>Those of torchvision's features with batch norm, but for the biases of the convolutions, and a classifier.</summary>
    [Theory]
    [InlineData(11, 9_225_984, 2752)]
    [InlineData(13, 9_410_880, 2944)]
    [InlineData(16, 14_723_136, 4224)]
    [InlineData(19, 20_035_392, 5504)]
    public void VggHasThePublishedNumberOfParameters(int depth, long features, long biases)
    {
        using var network = new Vgg(new() { Depth = depth }, new(3, 32, 32), 10);

        Assert.Equal(features - biases + (513 * 10), network.parameters().Sum(p => p.numel()));
    }

    /// <summary>ViT-B/4 and a small one, against the count written out: all layers have biases, and each layer norm two vectors.</summary>
    [Theory]
    [InlineData(4, 768, 12, 3072)]
    [InlineData(8, 12, 2, 20)]
    public void VisionTransformerHasTheParametersOfItsLayers(long patch, long dim, long depth, long mlp)
    {
        var spec = new VitModel { Patch = (int)patch, Dim = (int)dim, Depth = (int)depth, Heads = 12, Mlp = (int)mlp };
        using var network = new VisionTransformer(spec, new(3, 32, 32), 10);

        var embedding = (dim * ((3 * patch * patch) + 1)) + dim + (dim * ((32 / patch * (32 / patch)) + 1)); // projection, token, positions
        var block = (2 * 2 * dim) + (4 * dim * (dim + 1)) + (mlp * (dim + 1)) + (dim * (mlp + 1)); // norms, attention, MLP
        Assert.Equal(embedding + (depth * block) + (2 * dim) + (10 * (dim + 1)), network.parameters().Sum(p => p.numel()));
    }

    [Fact]
    public void PatchesThatDoNotTileTheImagesAreRefused()
    {
        var spec = new VitModel { Patch = 5, Dim = 8, Depth = 1, Heads = 2, Mlp = 8 };

        var error = Assert.Throws<UserErrorException>(() => new VisionTransformer(spec, new(1, 28, 28), 10));

        Assert.Equal("model.patch: expected a divisor of both sides of the 28 x 28 images, got 5", error.Message);
    }

    public static TheoryData<ModelSpec, int> ModelsAndDimensions => new()
    {
        { new WideResNetModel { Depth = 16, Width = 2 }, 128 },
        { new ResNetModel { Depth = 18 }, 512 },
        { new ResNetModel { Depth = 50 }, 2048 },
        { new VggModel { Depth = 11 }, 512 },
        { new VggModel { Depth = 19 }, 512 },
        { new VitModel { Patch = 4, Dim = 24, Depth = 2, Heads = 3, Mlp = 48 }, 24 },
        { new MlpModel { Hidden = [30, 20] }, 20 },
    };

    [Theory]
    [MemberData(nameof(ModelsAndDimensions))]
    public void FeaturesAndLogitsHaveTheirShapes(ModelSpec spec, int dimension)
    {
        AssertShapes(spec, dimension, 1, 28, 28);
        AssertShapes(spec, dimension, 3, 32, 16);
    }

    /// <summary>Nothing is left at zero that must tell positions apart.</summary>
    [Fact]
    public void AVisionTransformerSeesWhereAPatchIs()
    {
        using var network = Network.Build(new VitModel { Patch = 4, Dim = 8, Depth = 1, Heads = 2, Mlp = 8 }, new(1, 8, 8), 2, seed: 0);
        using var image = torch.zeros(1, 1, 8, 8);
        image[0, 0, 0, 0] = 1;

        var (here, there) = (network.Features(image), network.Features(image.roll(4, 2)));

        Assert.True((here - there).abs().max().item<float>() > 1e-5f);
    }

    private static void AssertShapes(ModelSpec spec, int dimension, int channels, int height, int width)
    {
        using var network = Network.Build(spec, new(channels, height, width), 7, seed: 0);
        using var images = torch.zeros(4, channels, height, width);

        Assert.Equal([4, dimension], network.Features(images).shape);
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
        var weight = network.named_parameters().Single(p => p.name.EndsWith("layer3.0.conv2.weight", StringComparison.Ordinal)).parameter;

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

    [Theory]
    [InlineData(Numerics.Portable, 42)] // as it lay when results were recorded
    [InlineData(Numerics.Native, 1)]
    public void ASingleChannelIsLastWithNativeNumerics(Numerics numerics, long stride)
    {
        default(ComputeDevice).Prepare(numerics);
        try
        {
            using var x = torch.rand(2, 1, 6, 7);

            var last = ChannelsLast.Of(x);

            Assert.Equal([42, stride, 7, 1], last.stride());
            Assert.True(last.equal(x).all().item<bool>());
        }
        finally
        {
            default(ComputeDevice).Prepare(Numerics.Portable);
        }
    }

    public static TheoryData<ModelSpec> Countable =>
    [
        new MlpModel { Hidden = [7] },
        new MlpModel { Hidden = [20, 30, 5] },
        new MlpModel { Hidden = [7], Classifier = new SimplexLastLayer() },
        new WideResNetModel { Depth = 10, Width = 1 },
        new WideResNetModel { Depth = 16, Width = 3 },
        new VitModel { Patch = 4, Dim = 24, Depth = 3, Heads = 2, Mlp = 40 },
    ];

    [Theory]
    [MemberData(nameof(Countable))]
    public void ASpecCountsTheParametersOfItsNetworkWithoutBuildingIt(ModelSpec spec)
    {
        using var network = Network.Build(spec, new(3, 16, 12), classes: 5, seed: 0);

        Assert.Equal(network.parameters().Where(p => p.requires_grad).Sum(p => p.numel()), spec.Parameters(3, 16, 12, 5));
    }
}
