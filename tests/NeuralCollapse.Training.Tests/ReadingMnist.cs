using System.IO.Compression;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Training.Tests;

public sealed class ReadingMnist
{
    [MnistFact]
    public void TheWholeSetHasItsKnownStatistics()
    {
        var data = DataSet.Load(new MnistData(), MnistFactAttribute.Folder!);

        Assert.Equal((60_000, 10_000, 10), (data.Train.Count, data.Test.Count, data.Classes));
        Assert.Equal([5, 0, 4, 1, 9], data.Train.Labels[..5]);
        Assert.Equal(0.1307, data.Statistics.Mean[0], 4);
        Assert.Equal(0.3081, data.Statistics.Deviation[0], 4);
    }

    [MnistFact]
    public void FewerAreTheFirstOnes()
    {
        var data = DataSet.Load(new MnistData { Train = 100, Test = 20 }, MnistFactAttribute.Folder!);

        Assert.Equal((100, 20), (data.Train.Count, data.Test.Count));
        Assert.Equal(100 * 28 * 28, data.Train.Pixels.Length);
    }

    [MnistFact]
    public void AChangedByteIsNoticed()
    {
        using var folder = new TemporaryFolder();
        var mnist = Directory.CreateDirectory(Path.Combine(folder.Path, "mnist")).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(MnistFactAttribute.Folder!, "mnist")))
            File.Copy(file, Path.Combine(mnist, Path.GetFileName(file)));
        var images = Decompressed(Path.Combine(mnist, "t10k-images-idx3-ubyte.gz"));
        images[5000] ^= 1;
        File.Delete(Path.Combine(mnist, "t10k-images-idx3-ubyte.gz"));
        File.WriteAllBytes(Path.Combine(mnist, "t10k-images-idx3-ubyte"), images);

        var error = Assert.Throws<UserErrorException>(() => DataSet.Load(new MnistData(), folder.Path));

        Assert.Contains("t10k-images-idx3-ubyte: expected the official file (SHA-256 0fa7898d", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingFilesAreNamedWithTheRemedy()
    {
        using var folder = new TemporaryFolder();

        var error = Assert.Throws<UserErrorException>(() => DataSet.Load(new MnistData(), folder.Path));

        Assert.Contains("missing train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz", error.Message, StringComparison.Ordinal);
        Assert.Contains("--data=DIR or NEURAL_COLLAPSE_DATA", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SomethingThatIsNotGzipIsNamed()
    {
        using var folder = new TemporaryFolder();
        var mnist = Directory.CreateDirectory(Path.Combine(folder.Path, "mnist")).FullName;
        foreach (var name in (string[])["train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1"])
            File.WriteAllText(Path.Combine(mnist, $"{name}-ubyte.gz"), "<html>404</html>");

        var error = Assert.Throws<UserErrorException>(() => DataSet.Load(new MnistData(), folder.Path));

        Assert.Contains("train-images-idx3-ubyte.gz: byte 0: expected compressed data, got", error.Message, StringComparison.Ordinal);
    }

    private static byte[] Decompressed(string path)
    {
        using var source = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var content = new MemoryStream();
        source.CopyTo(content);
        return content.ToArray();
    }
}
