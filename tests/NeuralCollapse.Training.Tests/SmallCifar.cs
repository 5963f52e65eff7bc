using System.Formats.Tar;
using System.IO.Compression;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Training.Tests;

/// <summary>The CIFAR format with two label bytes, two training files of 3 images and a test file of 2, to be damaged.</summary>
internal sealed class SmallCifar : IDisposable
{
    public const string First = "one.bin", Second = "two.bin", Test = "test.bin";

    private readonly TemporaryFolder folder = new();

    private readonly Dictionary<string, byte[]> contents = new()
    {
        [First] = [.. Image(0, 4, 10), .. Image(1, 3, 11), .. Image(0, 2, 12)],
        [Second] = [.. Image(1, 1, 13), .. Image(0, 0, 14), .. Image(1, 4, 15)],
        [Test] = [.. Image(1, 4, 16), .. Image(0, 3, 17)],
    };

    private string md5 = "";

    public static byte[] Image(byte coarse, byte fine, byte colour) => [coarse, fine, .. Enumerable.Repeat(colour, 3072)];

    public byte[] Content(string name) => contents[name];

    public SmallCifar With(string name, byte[] bytes)
    {
        contents[name] = bytes;
        return this;
    }

    public SmallCifar Without(string name)
    {
        contents.Remove(name);
        return this;
    }

    public SmallCifar Unpacked()
    {
        var inner = Directory.CreateDirectory(Path.Combine(folder.Path, "small", "small-bin")).FullName;
        foreach (var (name, bytes) in contents)
            File.WriteAllBytes(Path.Combine(inner, name), bytes);
        return this;
    }

    public SmallCifar Archived() => Archived(Archive());

    /// <summary>The files as an archive, not compressed.</summary>
    public byte[] Archive()
    {
        using var archive = new MemoryStream();
        using (var tar = new TarWriter(archive, TarEntryFormat.Ustar, leaveOpen: true))
        {
            tar.WriteEntry(new UstarTarEntry(TarEntryType.Directory, "small-bin"));
            foreach (var (name, bytes) in contents.Append(new("readme.html", [1, 2, 3])))
                tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, $"small-bin/{name}") { DataStream = new MemoryStream(bytes) });
        }

        return archive.ToArray();
    }

    /// <summary>An archive of any content whose checksum is the stated one.</summary>
    public SmallCifar Archived(byte[] content)
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "small"));
        var path = Path.Combine(folder.Path, "small", "small.tar.gz");
        using (var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest))
            gzip.Write(content);
        md5 = FileMd5.Of(path);
        return this;
    }

    public SmallCifar WithStatedMd5(string stated)
    {
        md5 = stated;
        return this;
    }

    public DataSet Read(int label = 1, int train = 6) => new OfficialData
    {
        Title = "Small",
        Whole = new Small(),
        Format = new CifarDataSet { TrainFiles = [First, Second], TestFile = Test, Labels = [2, 5], Label = _ => label }.Read,
        Mirrors = [],
        Files = [new() { Name = "small.tar.gz", Unpacked = "small-bin", Md5 = md5 }],
    }.Read(new Small { Train = train, Test = 2 }, folder.Path);

    public string Error() => Assert.Throws<UserErrorException>(() => Read()).Message;

    public void Dispose() => folder.Dispose();

    [Kind("small")]
    private sealed record Small() : OfficialImages(6, 2, classes: 5);
}
