using SkiaSharp;

namespace NeuralCollapse.Training.Tests;

public sealed class ReadingImageFolders : IDisposable
{
    private readonly SmallImages images = new();

    public void Dispose() => images.Dispose();

    [Fact]
    public void ImagesOfTheClassesTakeTurns()
    {
        var data = images.WithSplit().Read();

        Assert.Equal(new(3, 2, 3), data.Train.Shape);
        Assert.Equal([0, 1, 1], data.Train.Labels);
        Assert.Equal([30, 20, 10], Reds(data.Train));
        Assert.Equal([40, 50], Reds(data.Test));
        Assert.Equal([30, 30, 30, 30, 30, 30, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2], data.Train.Pixels[..18]);
    }

    [Fact]
    public void AStatedFractionOfEveryClassIsForTesting()
    {
        foreach (var i in Enumerable.Range(0, 40))
            images.With(i < 30 ? $"apple/{i}.png" : $"pear/{i}.png", (byte)i);

        var data = images.Read(29, 11, fraction: 0.25);

        Assert.Equal(Enumerable.Range(0, 40), Reds(data.Train).Concat(Reds(data.Test)).Order());
        Assert.Equal([8, 3], data.Test.Labels.CountBy(label => label).OrderBy(c => c.Key).Select(c => c.Value));
        Assert.Equal([9, 10, 14, 15, 16, 18, 25, 27, 31, 33, 37], Reds(data.Test).Order());
    }

    [Fact]
    public void GreyImagesHaveOneChannelWhereTheSpecSaysSo()
    {
        foreach (var place in (string[])["train/a", "train/b", "test/a", "test/b"])
            images.With($"{place}/x.png", new SKColor(7, 7, 7));

        Assert.Equal(Enumerable.Repeat((byte)7, 12), images.Read(2, channels: 1).Train.Pixels);
        Assert.Equal(Enumerable.Repeat((byte)7, 36), images.Read(2, channels: 3).Train.Pixels);
    }

    [Fact]
    public void AColourWhereTheSpecSaysGreyIsNamed() => Assert.EndsWith(
        "z.png: expected grey, for data.channels is 1, got a colour at column 0, row 0\n  remedy: replace or remove the image",
        images.WithSplit().With("train/pear/a.png", new SKColor(9, 9, 9)).With("train/pear/b.png", new SKColor(9, 9, 9)).Error(channels: 1),
        StringComparison.Ordinal);

    [Fact]
    public void AnImageOfAnotherSizeIsNamed() => Assert.Contains(
        $"{images.At("test", "pear", "1.png")}: expected 3 x 2 pixels, as the first image has, got 3 x 4\n",
        images.WithSplit().With("test/pear/1.png", 0, height: 4).Error(),
        StringComparison.Ordinal);

    [Fact]
    public void ATransparentImageIsNamed() => Assert.Contains(
        "a.png: expected an opaque image, got a transparent pixel at column 0, row 0",
        images.WithSplit().With("train/pear/a.png", new SKColor(1, 2, 3, 200)).Error(),
        StringComparison.Ordinal);

    [Fact]
    public void AFileThatIsNoImageIsNamed() => Assert.Contains(
        "b.png: expected a PNG or JPEG image, got something else",
        images.WithSplit().With("train/pear/b.png", "not an image"u8.ToArray()).Error(),
        StringComparison.Ordinal);

    [Fact]
    public void AnImageOfAnotherFormatIsNamed() => Assert.Contains(
        "b.png: expected a PNG or JPEG image, got something else",
        images.WithSplit().With("train/pear/b.png", new SKColor(1, 2, 3), format: SKEncodedImageFormat.Webp).Error(),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("train/pear/b.png")]
    [InlineData("train/pear/b.jpg")]
    public void ATruncatedImageIsNamed(string path)
    {
        images.WithSplit();
        File.Delete(images.At("train", "pear", "b.png"));
        images.With(path, new SKColor(1, 2, 3), format: path.EndsWith("png", StringComparison.Ordinal) ? SKEncodedImageFormat.Png : SKEncodedImageFormat.Jpeg);
        images.With(path, File.ReadAllBytes(images.At(path))[..^20]);

        Assert.Contains($"{images.At(path)}: expected ", images.Error(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(6)]
    public void APngOfSixteenBitsIsNamedWithItsDepth(byte colour) => Assert.EndsWith(
        "a.png: expected 8 bits a channel at most, in grey or in red, green and blue, got 16 bits a channel\n  remedy: replace or remove the image",
        images.WithSplit().With("train/pear/a.png", Png.Of(3, 2, depth: 16, colour, new byte[2 * 3 * 2 * 4])).Error(),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(1, 0b10100000, new[] { 255, 0, 255 })]
    [InlineData(2, 0b00_01_10_00, new[] { 0, 85, 170 })]
    public void GreyOfFewBitsIsReadExactly(byte depth, byte row, int[] expected)
    {
        foreach (var place in (string[])["train/a", "train/b", "test/a", "test/b"])
            images.With($"{place}/x.png", Png.Of(3, 2, depth, colour: 0, [row, row]));

        Assert.Equal([.. expected, .. expected], images.Read(2, channels: 1).Train.Pixels[..6].Select(value => (int)value));
    }

    [Theory]
    [InlineData(1, 0b10100000, new byte[] { 4, 1, 4 })]
    [InlineData(2, 0b00_10_11_00, new byte[] { 1, 7, 10 })]
    [InlineData(4, 0b0001_0010, new byte[] { 4, 7, 1 })]
    public void APaletteIsReadExactly(byte depth, byte row, byte[] reds)
    {
        var bytes = depth == 4 ? new byte[] { row, 0, row, 0 } : [row, row];
        foreach (var place in (string[])["train/a", "train/b", "test/a", "test/b"])
            images.With($"{place}/x.png", Png.Of(3, 2, depth, colour: 3, bytes, palette: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]));

        var pixels = images.Read(2).Train.Pixels;
        Assert.Equal([.. reds, .. reds], pixels[..6]);
        Assert.Equal(reds.Select(red => (byte)(red + 2)), pixels[12..15]);
    }

    [Fact]
    public void AnImageOfLongEdgesIsNamedBeforeItIsDecoded() => Assert.EndsWith(
        "a.png: expected edges of at most 4096 pixels, got 4097 x 1\n  remedy: replace or remove the image",
        images.WithSplit().With("train/pear/a.png", 1, width: 4097, height: 1).Error(),
        StringComparison.Ordinal);

    [Fact]
    public void APipeAmongImagesIsNotWaitedFor()
    {
        if (OperatingSystem.IsWindows())
            return;
        System.Diagnostics.Process.Start("mkfifo", [images.WithSplit().At("train", "pear", "zz.png")]).WaitForExit();

        Assert.Contains("zz.png: expected a file, got a pipe", images.Error(train: 4), StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderInAClassIsNamedWithWhatToDo() => Assert.EndsWith(
        "more: expected an image, got a folder: a class is one folder of images\n  remedy: move its images up into pear, or let data.path name the folder whose folders are the classes",
        images.WithSplit().With("train/pear/more/x.png", 1).Error(),
        StringComparison.Ordinal);

    [Fact]
    public void ALinkToNothingIsNamed()
    {
        File.CreateSymbolicLink(images.WithSplit().At("train", "pear", "zz.png"), "/nowhere/x.png");

        Assert.Contains($"{images.At("train", "pear", "zz.png")}: expected a file, got a link to nothing\n  remedy: ", images.Error(), StringComparison.Ordinal);
    }

    [Fact]
    public void EveryFolderIsAClassWhateverIsUsedOfIt()
    {
        var error = images.WithSplit().With("train/plum/a.png", 1).With("test/plum/a.png", 1).Error(train: 2);

        Assert.Equal("data.train: expected training images of each of the 3 classes, got 2, and none of class plum\n  remedy: use more training images", error);
        Assert.Equal(["apple", "pear", "plum"], images.Read(train: 3, test: 1).ClassNames);
    }

    [Fact]
    public void AStrayFileIsNamed() => Assert.EndsWith(
        $"{Path.Combine("train", "pear")}: expected images (.png, .jpg, .jpeg) and nothing else, got notes.txt\n  remedy: remove it",
        images.WithSplit().With("train/pear/notes.txt", []).Error(),
        StringComparison.Ordinal);

    [Fact]
    public void WhatBeginsWithADotIsPassedOver() =>
        Assert.Equal([30, 20, 10], Reds(images.WithSplit().With(".index", []).With("train/.index", []).With("train/pear/.index", []).Read().Train));

    [Fact]
    public void AClassOfOneSplitOnlyIsNamed() => Assert.Contains(
        "expected the same classes in train and test, got plum in one of them only",
        images.WithSplit().With("test/plum/1.png", 1).Error(),
        StringComparison.Ordinal);

    [Fact]
    public void AFolderWithoutASplitIsNamedWithTheRemedy() => Assert.Contains(
        "pictures: expected the folders train and test, got apple, pear\n  remedy: make them, or let the spec split the images by data.test-fraction",
        images.With("pear/1.png", 1).With("apple/1.png", 1).Error(),
        StringComparison.Ordinal);

    [Fact]
    public void AFractionThatLeavesNothingIsNamed() => Assert.Contains(
        "apple: expected images for both splits at data.test-fraction 0.1, got none for one of them",
        images.With("pear/1.png", 1).With("apple/1.png", 1).Error(fraction: 0.1),
        StringComparison.Ordinal);

    [Fact]
    public void TooFewImagesAreCounted() => Assert.Contains(
        "pictures: training: expected the 4 images that the spec asks for, got 3\n  remedy: ask for at most 3",
        images.WithSplit().Error(train: 4),
        StringComparison.Ordinal);

    [Fact]
    public void AMissingFolderIsNamedWithTheRemedy() => Assert.Contains(
        "pictures: expected a folder of images, got no such folder\n  remedy: put it there, or name the folder that holds pictures with --data=DIR",
        images.Error(),
        StringComparison.Ordinal);

    private static IEnumerable<int> Reds(ImageSet set) => set.Pixels.Chunk(set.Shape.Size).Select(image => (int)image[0]);
}
