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
        var weight = network.named_parameters().Single(p => p.name == "layer1.0.conv1.weight").parameter;
        Assert.NotEqual([144, 9, 3, 1], weight.stride()); // channels-last

        var array = network.Arrays().Single(a => a.Name == "layer1.0.conv1.weight");

        Assert.Equal([16, 16, 3, 3], array.Shape);
        Assert.Equal(weight[5, 7, 1, 2].item<float>(), ((float[])array.Values)[(5 * 144) + (7 * 9) + (1 * 3) + 2]);
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
    public void CountsOfBatchesAreLoadedWhereTheyAreGivenAndMayBeMissing()
    {
        using var network = Build(seed: 1);
        using var images = rand(4, 1, 28, 28);
        network.forward(images);
        var trained = network.Arrays();
        using var other = Build(seed: 2);

        other.Load(trained.Where(a => a.Name != "bn1.num_batches_tracked"), "");

        Assert.Equal(0L, Count(other, "bn1"));
        Assert.Equal(1L, Count(other, "layer3.0.bn2"));
    }

    private static long Count(Network network, string norm) => ((long[])network.Arrays().Single(a => a.Name == $"{norm}.num_batches_tracked").Values)[0];

    [Fact]
    public void EverythingThatDoesNotFitIsNamedAtOnceAndNothingIsLoaded()
    {
        using var network = Build(seed: 1);
        var before = network.Arrays();
        NetworkArray[] wrong =
        [
            .. before.Where(a => a.Name is not ("conv1.weight" or "bn1.running_var")).Select(a => a.Name == "fc.bias" ? new("fc.bias", [3], new float[3]) : a),
            new("extra", [1], new float[1]),
        ];

        var error = Assert.Throws<UserErrorException>(() => network.Load(wrong, "w.safetensors"));

        Assert.All(
            [
                "w.safetensors: conv1.weight: expected the shape [16, 1, 3, 3], got no array of this name",
                "w.safetensors: bn1.running_var: expected the shape [64], got no array of this name",
                "w.safetensors: extra: expected only arrays of the network",
                "w.safetensors: fc.bias: expected the shape [10], got [3]",
                "remedy: ",
            ],
            part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
        Assert.Equal(before.Select(a => a.Values), network.Arrays().Select(a => a.Values));
    }

    private static Network Build(int seed) => Network.Build(Wide, new(1, 28, 28), 10, seed);
}
