namespace NeuralCollapse.Specs.Tests;

public class DataSets
{
    [Theory]
    [InlineData("fashion-mnist", 60_000)]
    [InlineData("kmnist", 60_000)]
    [InlineData("cifar10", 50_000)]
    [InlineData("cifar100", 50_000)]
    public void AllImagesAreTheDefault(string kind, int train)
    {
        var data = Example.Cell("kind: glyphs, train: 256, test: 128", $"kind: {kind}").Network().Data;

        Assert.Equal((train, 10_000), (data.Train, data.Test));
    }

    [Fact]
    public void FineLabelsAreTheDefault()
    {
        var fine = Example.Cell("kind: glyphs, train: 256, test: 128", "kind: cifar100, labels: fine");
        var coarse = Example.Cell("kind: glyphs, train: 256, test: 128", "kind: cifar100, labels: coarse");

        Assert.Equal(Example.Cell("kind: glyphs, train: 256, test: 128", "kind: cifar100").Id, fine.Id);
        Assert.NotEqual(fine.Id, coarse.Id);
    }

    [Fact]
    public void FoldersOfImagesAreColourAndSplitByFoldersUnlessTheSpecSaysOtherwise()
    {
        var data = Example.Cell("kind: glyphs", "kind: image-folder, path: cifar10-jpeg").Network().Data;

        Assert.Equal(new ImageFolderData { Path = "cifar10-jpeg", Train = 256, Test = 128, TestFraction = 0, Channels = 3 }, data);
    }

    [Theory]
    [InlineData("/pictures")]
    [InlineData("../pictures")]
    [InlineData("pictures/../..")]
    public void AFolderOutsideThatOfTheDataIsRefused(string path) => Assert.Contains(
        $"data.path: expected a folder inside that of the data sets, given relative to it, got \"{path}\"",
        Example.Message(Example.Valid.Replace("kind: glyphs", $"kind: image-folder, path: {path}", StringComparison.Ordinal)),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("glyphs, train: 256, test: 128")]
    [InlineData("mnist")]
    public void DigitsAndSymbolsAreNotMirrored(string kind) => Assert.Contains(
        ": data.augment: expected none or crop, for a mirrored symbol or digit is none, or another one, got crop-flip",
        Example.Message(Example.Valid.Replace("glyphs, train: 256, test: 128", $"{kind}, augment: crop-flip", StringComparison.Ordinal)),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("mnist", "crop", Augmentation.Crop)]
    [InlineData("fashion-mnist", "crop-flip", Augmentation.CropFlip)]
    [InlineData("cifar10", "crop-flip", Augmentation.CropFlip)]
    [InlineData("cifar100", "none", Augmentation.None)]
    public void OtherAugmentationIsAllowed(string kind, string augment, Augmentation expected) => Assert.Equal(
        expected, Example.Cell("kind: glyphs, train: 256, test: 128", $"kind: {kind}, augment: {augment}").Network().Data.Augment);

    [Fact]
    public void NoAugmentationIsTheDefaultAndPartOfNoId() => Assert.Equal(Example.Cell().Id, Example.Cell("kind: glyphs", "kind: glyphs, augment: none").Id);
}
