using System.Buffers.Binary;
using System.IO.Compression;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Records.Tests;

public sealed class ReadingArchives : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("arrays-").FullName;

    private string Archive => Path.Combine(folder, "features.npz");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(70_000, 69_000 * 8, "expected 560000 bytes for the shape [70000], got 552000")]
    [InlineData(70_000, (69_000 * 8) + 3, "expected 560000 bytes for the shape [70000], got 552003")]
    [InlineData(2, 17, "expected 16 bytes for the shape [2], got 17")]
    public void AnArrayOfAnotherLengthThanTheArchiveStatesIsCounted(int numbers, int bytes, string message)
    {
        Npz.Write(Archive, CompressionLevel.NoCompression, ("H", Npz.Array("<f8", $"{numbers},", new byte[bytes])));
        StateBytesMore((numbers * 8) - bytes);

        Assert.Equal($"{Archive}: H: {message}", Refusal());
    }

    [Fact]
    public void AnArrayOfMoreThanHalfTheMemoryIsRefused()
    {
        var numbers = (GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2 / sizeof(double)) + 1;
        if (numbers > Array.MaxLength)
            return; // no array is as large as half of this machine's memory
        var there = (int)(numbers / 150);
        Npz.Write(Archive, CompressionLevel.NoCompression, ("H", Npz.Array("|u1", $"{numbers},", new byte[there])));
        StateBytesMore(numbers - there);

        Assert.Equal($"{Archive}: H: expected an array that fits twice into the memory of this machine, got {numbers} numbers", Refusal());
    }

    [Fact]
    public void MoreNumbersThanAreReadAtOnceKeepTheirPlaces()
    {
        var numbers = Enumerable.Range(0, 150_000).Select(i => i / 8.0).ToArray();
        Npz.Write(Archive, ("H", Npz.Floats(numbers, 50_000, 3)));

        var array = NpzFile.Read(Archive, ["H"])["H"];

        Assert.Equal(numbers, array.Values);
        Assert.Equal("[50000, 3]", array.ShapeText);
    }

    [Fact]
    public void AnArrayOfZerosMayBePackedHoweverWell()
    {
        Npz.Write(Archive, CompressionLevel.SmallestSize, ("H", Npz.Array("|u1", "1000000,", new byte[1_000_000])));

        Assert.All(NpzFile.Read(Archive, ["H"])["H"].Values, zero => Assert.Equal(0, zero));
    }

    [Fact]
    public void AHeaderMayHave65536BytesAndNoMore()
    {
        string Header(int length) => "{'descr': '|u1', 'fortran_order': False, 'shape': (1,), }".PadRight(length);

        Npz.Write(Archive, ("H", Npz.Raw(Header(65_536), [7], version: 2)));
        Assert.Equal([7], NpzFile.Read(Archive, ["H"])["H"].Values);

        Npz.Write(Archive, ("H", Npz.Raw(Header(65_537), [7], version: 2)));
        Assert.Equal($"{Archive}: H: expected a header of at most 65536 bytes, got 65537", Refusal());
    }

    [Fact]
    public void ATypeThatNeedsNoExplanationGetsNone()
    {
        Npz.Write(Archive, ("H", Npz.Array("<c16", "1,", new byte[16])));

        Assert.Equal($"{Archive}: H: expected numbers of type f2, f4, f8, i1, i2, i4, i8, u1, u2, u4 or u8, of either byte order, got <c16", Refusal());
    }

    [Theory]
    [InlineData("80024E2E", true)] // None, as protocol 2 of pickle writes it
    [InlineData("80054E2E", true)]
    [InlineData("80057D71002E", true)]
    [InlineData("80014E2E", false)]
    [InlineData("80064E2E", false)]
    [InlineData("010203040506", false)]
    [InlineData("", false)]
    public void OnlyWhatBeginsLikeAPickleIsCalledOne(string bytes, bool pickle)
    {
        File.WriteAllBytes(Archive, Convert.FromHexString(bytes));

        var got = pickle ? "a pickle, such as torch.save wrote before PyTorch 1.6, which nobody can read" : "one that cannot be read\n  cause: ";
        Assert.StartsWith($"{Archive}: expected an .npz file, a zip of .npy arrays, got {got}", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void AFileOfTorchIsKnownByOneOfItsMembers()
    {
        Pack("model/version", "model/data.pkl", "model/data/0");

        Assert.StartsWith($"{Archive}: expected an .npz file, a zip of .npy arrays, got a file of torch.save\n", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void ItsArraysAreNamedInItsOrder()
    {
        Pack("y.npy", "readme.txt", "H.npy");
        Assert.Equal(["y", "H"], NpzFile.Names(Archive));

        Pack();
        Assert.Empty(NpzFile.Names(Archive));
    }

    [Fact]
    public void WhatIsNoArchiveHasNoNamesButTheMessageOfReading()
    {
        File.WriteAllText(Archive, "no archive");
        Assert.Equal(Refusal(), Assert.Throws<UserErrorException>(() => NpzFile.Names(Archive)).Message);

        File.Delete(Archive);
        Assert.Equal($"{Archive}: expected an .npz file, got no file of this name", Assert.Throws<UserErrorException>(() => NpzFile.Names(Archive)).Message);
    }

    private void Pack(params string[] members)
    {
        using var zip = new ZipArchive(File.Create(Archive), ZipArchiveMode.Create);
        foreach (var member in members)
            zip.CreateEntry(member);
    }

    /// <summary>Lets the archive say that its only array unpacks to so many bytes more than it does.</summary>
    private void StateBytesMore(long more)
    {
        var bytes = File.ReadAllBytes(Archive);
        var stated = bytes.AsSpan(bytes.AsSpan().LastIndexOf("PK\x01\x02"u8) + 24, 4);
        BinaryPrimitives.WriteUInt32LittleEndian(stated, (uint)(BinaryPrimitives.ReadUInt32LittleEndian(stated) + more));
        File.WriteAllBytes(Archive, bytes);
    }

    private string Refusal() => Assert.Throws<UserErrorException>(() => NpzFile.Read(Archive, ["H"])).Message;
}
