using System.Buffers.Binary;
using System.IO.Compression;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Training.Tests;

/// <summary>A data set of the IDX format with 3 training and 2 test images of 4 x 5 pixels, uncompressed, to be damaged.</summary>
internal sealed class SmallIdx : IDisposable
{
    public const string TrainImages = "train-images", TrainLabels = "train-labels", TestImages = "test-images", TestLabels = "test-labels";

    private readonly TemporaryFolder folder = new();

    private readonly Dictionary<string, byte[]> contents = new()
    {
        [TrainImages] = [.. Header(3, 3, 4, 5), .. Enumerable.Range(0, 60).Select(i => (byte)i)],
        [TrainLabels] = [.. Header(1, 3), 2, 0, 1],
        [TestImages] = [.. Header(3, 2, 4, 5), .. Enumerable.Range(100, 40).Select(i => (byte)i)],
        [TestLabels] = [.. Header(1, 2), 1, 2],
    };

    public SmallIdx()
    {
        Directory.CreateDirectory(Folder);
        foreach (var (name, bytes) in contents)
            Write(name, bytes);
    }

    public static byte[] Header(params int[] dimensionsAndSizes) =>
        [0, 0, 8, (byte)dimensionsAndSizes[0], .. dimensionsAndSizes.Skip(1).SelectMany(BigEndian)];

    /// <summary>Where the files are.</summary>
    public string Folder => Path.Combine(folder.Path, "small");

    public byte[] Content(string name) => contents[name];

    public SmallIdx Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(Folder, name), bytes);
        return this;
    }

    /// <summary>Replaces a file by its compressed form.</summary>
    public SmallIdx Compress(string name)
    {
        File.Delete(Path.Combine(Folder, name));
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
            gzip.Write(contents[name]);
        return Write(name + ".gz", compressed.ToArray());
    }

    public string Md5(string name) => FileMd5.Of(Path.Combine(Folder, name));

    /// <param name="md5">Checksum stated for the compressed training images.</param>
    /// <param name="train">Training images to read.</param>
    public DataSet Read(string md5 = "", int train = 3) => new OfficialData
    {
        Title = "Small",
        Whole = new Small(),
        Format = IdxDataSet.Read,
        Mirrors = [],
        Files = [.. contents.Keys.Select(name => new OfficialFile { Name = $"{name}.gz", Unpacked = name, Md5 = name == TrainImages ? md5 : "" })],
    }.Read(new Small { Train = train, Test = 2 }, folder.Path);

    public string Error(string md5 = "") => Assert.Throws<UserErrorException>(() => Read(md5)).Message;

    public void Dispose() => folder.Dispose();

    private static byte[] BigEndian(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    [Kind("small")]
    private sealed record Small() : OfficialImages(3, 2, classes: 3);
}
