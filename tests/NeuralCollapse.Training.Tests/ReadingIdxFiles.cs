namespace NeuralCollapse.Training.Tests;

public sealed class ReadingIdxFiles : IDisposable
{
    private readonly SmallIdx files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void ImagesAndLabelsAreInTheOrderOfTheFiles()
    {
        var data = files.Read();

        Assert.Equal((new(1, 4, 5), new(1, 4, 5)), (data.Train.Shape, data.Test.Shape));
        Assert.Equal(Enumerable.Range(0, 60).Select(i => (byte)i), data.Train.Pixels);
        Assert.Equal([2, 0, 1], data.Train.Labels);
        Assert.Equal([1, 2], data.Test.Labels);
    }

    [Fact]
    public void FewerImagesAreTheFirstOnes() => Assert.Equal((40, 2), (files.Read(train: 2).Train.Pixels.Length, files.Read(train: 2).Train.Count));

    [Fact]
    public void AWrongMagicNumberIsNamed() => Assert.EndsWith(
        "train-images: byte 0: expected the magic number 00000803, unsigned bytes in 3 dimensions, got 00000801\n"
        + "  remedy: remove the file and download it again",
        files.Write(SmallIdx.TrainImages, files.Content(SmallIdx.TrainLabels)).Error(),
        StringComparison.Ordinal);

    [Fact]
    public void AnotherNumberOfImagesIsNamed() => Assert.Contains(
        "test-labels: byte 4: expected 2 items, got 3",
        files.Write(SmallIdx.TestLabels, files.Content(SmallIdx.TrainLabels)).Error(),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void AnImpossibleSizeIsNamedBeforeAnyMemoryIsAsked(int size) => Assert.Contains(
        $"train-images: byte 12: expected a size, and at most 1073741824 values in all, got {(uint)size}",
        files.Write(SmallIdx.TrainImages, SmallIdx.Header(3, 3, 4, size)).Error(),
        StringComparison.Ordinal);

    [Fact]
    public void ATruncatedHeaderIsNamed() => Assert.Contains(
        "train-images: byte 10: expected the sizes of the dimensions, 12 bytes, got the end of the file after 6",
        files.Write(SmallIdx.TrainImages, files.Content(SmallIdx.TrainImages)[..10]).Error(),
        StringComparison.Ordinal);

    [Fact]
    public void AnEmptyFileIsNamed() => Assert.Contains(
        "train-labels: byte 0: expected an IDX header, 4 bytes, got the end of the file after 0",
        files.Write(SmallIdx.TrainLabels, []).Error(),
        StringComparison.Ordinal);

    [Fact]
    public void TruncatedDataAreNamed() => Assert.Contains(
        "train-images: byte 75: expected the data, 60 bytes, got the end of the file after 59",
        files.Write(SmallIdx.TrainImages, files.Content(SmallIdx.TrainImages)[..^1]).Error(),
        StringComparison.Ordinal);

    [Fact]
    public void TrailingBytesAreNamed() => Assert.Contains(
        "test-labels: byte 10: expected the end of the file, got more bytes",
        files.Write(SmallIdx.TestLabels, [.. files.Content(SmallIdx.TestLabels), 0]).Error(),
        StringComparison.Ordinal);

    [Fact]
    public void ALabelOutOfRangeIsNamed() => Assert.Contains(
        "train-labels: byte 10: expected a label from 0 to 2, got 3",
        files.Write(SmallIdx.TrainLabels, [.. SmallIdx.Header(1, 3), 2, 0, 3]).Error(),
        StringComparison.Ordinal);

    [Fact]
    public void TestImagesOfAnotherSizeAreNamed() => Assert.Contains(
        "test-images: expected images of 1 x 4 x 5, as in training, got 1 x 5 x 4",
        files.Write(SmallIdx.TestImages, [.. SmallIdx.Header(3, 2, 5, 4), .. new byte[40]]).Error(),
        StringComparison.Ordinal);

    [Fact]
    public void ACompressedFileIsReadWhenItsChecksumIsTheStatedOne()
    {
        files.Compress(SmallIdx.TrainImages);

        Assert.Equal([2, 0, 1], files.Read(files.Md5("train-images.gz")).Train.Labels);
    }

    [Fact]
    public void ACompressedFileWithAnotherChecksumIsNamed() => Assert.Matches(
        "train-images.gz: expected the official file \\(MD5 0123\\), got another \\(MD5 [0-9a-f]{32}\\)\n  remedy: ",
        files.Compress(SmallIdx.TrainImages).Error("0123"));
}
