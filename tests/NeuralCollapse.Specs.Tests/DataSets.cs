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
    [InlineData("kmnist")]
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

    [Theory]
    [InlineData("cifar10", 45_000, 5000, 50_000)]
    [InlineData("mnist", 59_999, 1, 60_000)]
    public void ImagesHeldOutAreThoseThatTrainingLeaves(string kind, int train, int rest, int all)
    {
        string Text(int validation) => Example.Valid.Replace(
            "glyphs, train: 256, test: 128", $"{kind}, train: {train}, validation: {validation}", StringComparison.Ordinal);

        Assert.Equal(rest, Assert.Single(Example.Cells(Text(rest))).Network().Data.Validation);
        Assert.EndsWith(
            $": data.validation: expected at most {rest} images, as {train} of {all} are for training, got {rest + 1}",
            Example.Message(Text(rest + 1)).Split('\n')[0],
            StringComparison.Ordinal);
    }

    [Fact]
    public void ABatchMayHaveAllTrainingImages() =>
        Assert.Equal(256, Example.Cell("batch-size: 64", "batch-size: 256").Network().Training.BatchSize);

    [Theory]
    [InlineData("crop")]
    [InlineData("crop-flip")]
    public void FixedMixturesNeedImagesAsTheyAre(string augment) => Assert.EndsWith(
        $": data.augment: expected none, for a varied image makes another mixture than the fixed one, got {augment}",
        Example.Message(Example.Valid.Replace("glyphs, train: 256, test: 128", $"cifar10, augment: {augment}", StringComparison.Ordinal)
            + "mixup: { kind: mixup, alpha: 1, mixtures: 2 }\n").Split('\n')[0],
        StringComparison.Ordinal);

    [Fact]
    public void NoAugmentationIsTheDefaultAndPartOfNoId() => Assert.Equal(Example.Cell().Id, Example.Cell("kind: glyphs", "kind: glyphs, augment: none").Id);
}
