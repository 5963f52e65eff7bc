using System.IO.Compression;

namespace NeuralCollapse.Training.Tests;

public sealed class ReadingMutants
{
    [Theory]
    [InlineData(SmallIdx.TrainImages)]
    [InlineData(SmallIdx.TestLabels)]
    public void OfIdxFiles(string name)
    {
        using var files = new SmallIdx();
        new Mutants(2).AssertReadOrRefused([files.Content(name)], bytes => files.Write(name, bytes).Read());
    }

    [Fact]
    public void OfCompressedIdxFiles()
    {
        using var files = new SmallIdx();
        File.Delete(Path.Combine(files.Folder, SmallIdx.TrainImages));
        const string name = $"{SmallIdx.TrainImages}.gz";
        new Mutants(3).AssertReadOrRefused([Compressed(files.Content(SmallIdx.TrainImages))], bytes => files.Write(name, bytes).Read(files.Write(name, bytes).Md5(name)));
    }

    [Fact]
    public void OfCifarFiles()
    {
        using var files = new SmallCifar();
        new Mutants(4).AssertReadOrRefused([files.Content(SmallCifar.First)], bytes => files.With(SmallCifar.First, bytes).Unpacked().Read());
    }

    [Fact]
    public void OfCifarArchives()
    {
        using var files = new SmallCifar();
        new Mutants(5).AssertReadOrRefused([files.Archive()], bytes => files.Archived(bytes).Read());
    }

    [Theory]
    [InlineData("png")]
    [InlineData("jpg")]
    public void OfImages(string extension)
    {
        using var images = new SmallImages();
        images.WithSplit();
        byte[][] originals = extension == "jpg"
            ? [Jpeg.Gradient, Jpeg.Progressive]
            : [Png.Of(20, 12, 8, 2, new byte[20 * 12 * 3]), Png.Of(20, 12, 8, 0, new byte[20 * 12]), Png.Of(20, 12, 8, 3, new byte[20 * 12], [1, 2, 3])];
        foreach (var place in (string[])["train/pear/b", "train/pear/a", "train/apple/z", "test/apple/1", "test/pear/1"])
        {
            File.Delete(images.At($"{place}.png"));
            images.With($"{place}.{extension}", originals[0]);
        }

        new Mutants(6).AssertReadOrRefused(originals, bytes => images.With($"train/pear/a.{extension}", bytes).Read());
    }

    private static byte[] Compressed(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return compressed.ToArray();
    }
}
