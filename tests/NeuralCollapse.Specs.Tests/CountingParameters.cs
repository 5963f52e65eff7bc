namespace NeuralCollapse.Specs.Tests;

/// <summary>Against numbers of the papers, and of the same networks in PyTorch and torchvision.</summary>
public sealed class CountingParameters
{
    private static readonly VitModel SmallVit = new() { Patch = 4, Dim = 24, Depth = 2, Heads = 3, Mlp = 40 };

    [Theory]
    [InlineData(10, 1, 1, 10, 77_562)]
    [InlineData(10, 1, 3, 10, 77_850)]
    [InlineData(16, 1, 3, 10, 175_066)]
    [InlineData(40, 1, 3, 10, 563_930)] // 0.6 M in the paper
    [InlineData(16, 2, 3, 10, 691_674)] // 0.7 M
    [InlineData(16, 4, 3, 100, 2_772_020)]
    [InlineData(28, 10, 3, 10, 36_479_194)] // 36.5 M
    public void OfAWideResNet(int depth, int width, int channels, int classes, long expected) =>
        Assert.Equal(expected, new WideResNetModel { Depth = depth, Width = width }.Parameters(channels, 32, 32, classes));

    [Theory]
    [InlineData(new[] { 300 }, 1, 28, 28, 10, 238_810)]
    [InlineData(new[] { 512, 512 }, 3, 32, 32, 10, 1_842_186)]
    [InlineData(new[] { 64, 32, 16 }, 3, 20, 30, 7, 118_103)]
    public void OfAFullyConnectedNetwork(int[] hidden, int channels, int height, int width, int classes, long expected) =>
        Assert.Equal(expected, new MlpModel { Hidden = hidden }.Parameters(channels, height, width, classes));

    [Theory]
    [InlineData(16, 192, 12, 3, 768, 5_717_416)]
    [InlineData(16, 768, 12, 12, 3072, 86_567_656)]
    [InlineData(32, 768, 12, 12, 3072, 88_224_232)]
    [InlineData(16, 1024, 24, 16, 4096, 304_326_632)]
    [InlineData(14, 1280, 32, 16, 5120, 632_045_800)]
    public void OfThePublishedTransformers(int patch, int dim, int depth, int heads, int mlp, long expected) => Assert.Equal(
        expected, new VitModel { Patch = patch, Dim = dim, Depth = depth, Heads = heads, Mlp = mlp }.Parameters(3, 224, 224, 1000));

    [Theory]
    [InlineData(1, 9_949)]
    [InlineData(3, 10_717)]
    public void OfATransformerOfImagesThatAreWiderThanHigh(int channels, long expected) =>
        Assert.Equal(expected, SmallVit.Parameters(channels, 12, 20, 5));

    [Fact]
    public void AFixedClassifierHasNone()
    {
        var simplex = new SimplexLastLayer();

        Assert.Equal(77_200, new WideResNetModel { Depth = 10, Width = 1, Classifier = simplex }.Parameters(3, 32, 32, 10));
        Assert.Equal(117_984, new MlpModel { Hidden = [64, 32, 16], Classifier = simplex }.Parameters(3, 20, 30, 7));
        Assert.Equal(9_824, (SmallVit with { Classifier = simplex }).Parameters(1, 12, 20, 5));
    }
}
