using NeuralCollapse.Specs;
using static TorchSharp.torch;

namespace NeuralCollapse.Training.Tests;

public sealed class LoadingWeights
{
    private static readonly WideResNetModel Wide = new() { Depth = 10, Width = 1 };

    public LoadingWeights() => LibTorch.Load();

    [Fact]
    public void ANetworkWithTheArraysOfAnotherComputesWhatThatOneDoes()
    {
        using var one = Build(seed: 1);
        using var other = Build(seed: 2);
        using var images = rand(4, 1, 28, 28);
        one.forward(images); // moves the running statistics
        one.eval();
        other.eval();

        other.Load(one.Arrays().Reverse(), "");

        Assert.Equal(one.forward(images).data<float>().ToArray(), other.forward(images).data<float>().ToArray());
        Assert.Equal(one.Arrays().Select(a => a.Values), other.Arrays().Select(a => a.Values));
    }

    [Fact]
    public void ConvolutionsAreListedByOutputInputRowAndColumn()
    {
        using var network = Build(seed: 1);
        var weight = network.named_parameters().Single(p => p.name == "blocks.group1-block0.conv1.weight").parameter;
        Assert.NotEqual([144, 9, 3, 1], weight.stride()); // channels-last

        var array = network.Arrays().Single(a => a.Name == "blocks.group1-block0.conv1.weight");

        Assert.Equal([16, 16, 3, 3], array.Shape);
        Assert.Equal(weight[5, 7, 1, 2].item<float>(), array.Values[(5 * 144) + (7 * 9) + (1 * 3) + 2]);
    }

    [Fact]
    public void LoadingKeepsTheMemoryLayout()
    {
        using var network = Build(seed: 1);
        var before = network.parameters().Select(p => p.stride()).ToList();

        network.Load(network.Arrays(), "");

        Assert.Equal(before, network.parameters().Select(p => p.stride()));
    }

    [Fact]
    public void TheClassifierIsNamedAsPeopleWouldNameIt()
    {
        using var network = Build(seed: 1);

        Assert.Equal(["classifier.weight", "classifier.bias"], network.Arrays().Select(a => a.Name).Where(n => n.Contains("lassifier")));
        Assert.DoesNotContain(network.Arrays(), a => a.Name.Contains('<'));
    }

    [Fact]
    public void EverythingThatDoesNotFitIsNamedAtOnceAndNothingIsLoaded()
    {
        using var network = Build(seed: 1);
        var before = network.Arrays();
        NetworkArray[] wrong =
        [
            .. before.Skip(1).SkipLast(1).Select(a => a.Name == "classifier.bias" ? new("classifier.bias", [3], [1, 2, 3]) : a),
            new("extra", [1], [0]),
        ];

        var mistake = Assert.Throws<UserMistakeException>(() => network.Load(wrong, "w.safetensors"));

        Assert.All(
            [
                $"w.safetensors: {before[0].Name}: expected the shape {before[0].ShapeText}, got no array of this name",
                $"w.safetensors: {before[^1].Name}: expected the shape [64], got no array of this name",
                "w.safetensors: extra: expected only arrays of the network",
                "w.safetensors: classifier.bias: expected the shape [10], got [3]",
                "remedy: ",
            ],
            part => Assert.Contains(part, mistake.Message, StringComparison.Ordinal));
        Assert.Equal(before.Select(a => a.Values), network.Arrays().Select(a => a.Values));
    }

    private static Network Build(int seed) => Network.Build(Wide, new(1, 28, 28), 10, seed);
}
