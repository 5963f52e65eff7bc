namespace NeuralCollapse.Specs.Tests;

public sealed class FittingNetworks
{
    private static readonly VitModel SmallVit = new() { Patch = 4, Dim = 24, Depth = 2, Heads = 3, Mlp = 40 };

    public static TheoryData<ModelSpec, int, int> Shapes => new()
    {
        { new ResNetModel { Depth = 18 }, 512, 8 },
        { new ResNetModel { Depth = 34 }, 512, 16 },
        { new ResNetModel { Depth = 50 }, 2048, 16 },
        { new VggModel { Depth = 11 }, 512, 8 },
        { new VggModel { Depth = 19 }, 512, 16 },
        { new WideResNetModel { Depth = 16, Width = 2 }, 128, 7 },
        { new MlpModel { Hidden = [64, 32, 16] }, 16, 3 },
        { SmallVit, 24, 3 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void FeaturesAndLayersAreThoseOfThePublishedNetwork(ModelSpec model, int features, int layers) =>
        Assert.Equal((features, layers), (model.Features, model.Layers));

    [Theory]
    [InlineData(4, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(5, false)]
    [InlineData(7, false)]
    public void APatchDividesBothSidesOfTheImages(int patch, bool fits) => Assert.Equal(
        fits ? null : $"model.patch: expected a divisor of both sides of the 12 x 20 images, got {patch}",
        (SmallVit with { Patch = patch }).ObjectionTo(12, 20));

    [Fact]
    public void AllLayersMayBeMixed() => Assert.Equal(
        [0, 4],
        ((ManifoldMixup)Example.Cell("loss:", "mixup: { kind: manifold, alpha: 1, layers: [0, 4] }\nloss:").Network().Mixup).Layers);

    [Theory]
    [InlineData("mnist", 9, 10)]
    [InlineData("cifar100", 99, 100)]
    [InlineData("cifar100, labels: coarse", 19, 20)]
    public void AFixedClassifierNeedsOneFeatureFewerThanThereAreClasses(string data, int features, int classes)
    {
        string Text(int width) => Example.Valid
            .Replace("glyphs, train: 256, test: 128", data, StringComparison.Ordinal)
            .Replace("wide-resnet, depth: 10, width: 1", $"mlp, hidden: [{width}], classifier: {{ kind: simplex }}", StringComparison.Ordinal);

        Assert.Equal(features, Assert.Single(Example.Cells(Text(features))).Network().Model.Features);
        Assert.EndsWith(
            $": model.classifier: expected a learned one, or at least {features} features, which a simplex of the {classes} classes needs, "
                + $"got simplex with {features - 1} features",
            Example.Message(Text(features - 1)).Split('\n')[0],
            StringComparison.Ordinal);
    }
}
