using NeuralCollapse.Specs;

namespace NeuralCollapse.Training.Tests;

public sealed class ReadingCifar : IDisposable
{
    private readonly SmallCifar files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void TheArchiveIsReadAsTheFolderIs()
    {
        var archived = files.Archived().Read();
        var unpacked = files.Unpacked().Read();

        Assert.Equal(new(3, 32, 32), archived.Train.Shape);
        Assert.Equal([4, 3, 2, 1, 0, 4], archived.Train.Labels);
        Assert.Equal([4, 3], archived.Test.Labels);
        Assert.Equal([10, 11, 12, 13, 14, 15], archived.Train.Pixels.Chunk(3072).Select(image => (int)image.Distinct().Single()));
        Assert.Equal(archived.Train.Pixels, unpacked.Train.Pixels);
        Assert.Equal(archived.Train.Labels, unpacked.Train.Labels);
        Assert.Equal(archived.Test.Pixels, unpacked.Test.Pixels);
    }

    [Fact]
    public void TheOtherLabelCanBeTheClass() => Assert.Equal([0, 1, 0, 1, 0, 1], files.Archived().Read(label: 0).Train.Labels);

    [Fact]
    public void FewerImagesAreTheFirstOnesOfAllFiles()
    {
        var train = files.Archived().Read(train: 4).Train;

        Assert.Equal([4, 3, 2, 1], train.Labels);
        Assert.Equal(4 * 3072, train.Pixels.Length);
    }

    [Fact]
    public void ClassesAreThoseOfTheFormatWhateverIsUsedOfThem() => Assert.Equal(["0", "1"], files.Archived().Read(label: 0, train: 1).ClassNames);

    [Fact]
    public void ATruncatedRecordIsNamed() => Assert.EndsWith(
        "two.bin: byte 9221: expected image 3 of 3, 3074 bytes, got the end of the file after 3073\n  remedy: remove the file and download it again",
        files.With(SmallCifar.Second, files.Content(SmallCifar.Second)[..^1]).Unpacked().Error(),
        StringComparison.Ordinal);

    [Fact]
    public void TrailingBytesAreNamed() => Assert.Contains(
        "test.bin: byte 6148: expected the end of the file, got more bytes",
        files.With(SmallCifar.Test, [.. files.Content(SmallCifar.Test), 0]).Unpacked().Error(),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(0, 2, 1)]
    [InlineData(1, 5, 4)]
    public void ALabelOutOfRangeIsNamed(int place, byte label, int most)
    {
        var bytes = files.Content(SmallCifar.First);
        bytes[3074 + place] = label;

        Assert.Contains($"one.bin: byte {3074 + place}: expected a label from 0 to {most}, got {label}", files.Unpacked().Error(), StringComparison.Ordinal);
    }

    [Fact]
    public void AFileInsideTheArchiveIsNamedWithItsOffset() => Assert.Contains(
        "small.tar.gz: small-bin/one.bin: byte 0: expected a label from 0 to 1, got 7",
        files.With(SmallCifar.First, SmallCifar.Image(7, 0, 0)).Archived().Error(),
        StringComparison.Ordinal);

    [Fact]
    public void AFileThatTheArchiveLacksIsNamed() => Assert.Contains(
        "small.tar.gz: expected one.bin, two.bin, test.bin, got no two.bin\n  remedy: ",
        files.Without(SmallCifar.Second).Archived().Error(),
        StringComparison.Ordinal);

    [Fact]
    public void AFileThatTheFolderLacksIsNamed() => Assert.Contains(
        "small-bin: expected one.bin, two.bin, test.bin, got no test.bin\n  remedy: ",
        files.Without(SmallCifar.Test).Unpacked().Error(),
        StringComparison.Ordinal);

    [Fact]
    public void AnArchiveWithAnotherChecksumIsNamed() => Assert.Matches(
        "small.tar.gz: expected the official file \\(MD5 0123\\), got another \\(MD5 [0-9a-f]{32}\\)\n  remedy: ",
        files.Archived().WithStatedMd5("0123").Error());

    [Fact]
    public void SomethingThatIsNoArchiveIsNamed() => Assert.Contains(
        "small.tar.gz: expected a compressed tar archive, got ",
        files.Archived([.. Enumerable.Repeat((byte)'x', 2000)]).Error(),
        StringComparison.Ordinal);

    [Fact]
    public void AMissingDataSetIsNamedWithTheRemedy()
    {
        using var empty = new TemporaryFolder();

        var error = Assert.Throws<UserErrorException>(() => DataSet.Load(new Cifar100Data { Labels = Cifar100Labels.Coarse }, empty.Path));

        Assert.Contains("CIFAR-100 is not complete in", error.Message, StringComparison.Ordinal);
        Assert.Contains("missing cifar-100-binary.tar.gz\n  remedy: fetch it, ./build.sh --target=Data --dataset=cifar100, put the official files there", error.Message, StringComparison.Ordinal);
    }
}
