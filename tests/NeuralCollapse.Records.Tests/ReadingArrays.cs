using System.IO.Compression;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Records.Tests;

public sealed class ReadingArrays : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("arrays-").FullName;

    private string Path => System.IO.Path.Combine(folder, "features.npz");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("<f2", "003E 00C0", false)] // 1.5, -2
    [InlineData(">f2", "3E00 C000", false)]
    [InlineData("<f4", "0000C03F 000000C0", false)]
    [InlineData(">f4", "3FC00000 C0000000", false)]
    [InlineData("<f8", "000000000000F83F 00000000000000C0", false)]
    [InlineData(">f8", "3FF8000000000000 C000000000000000", false)]
    [InlineData("|i1", "01 FE", true)] // 1, -2
    [InlineData("<i2", "0100 FEFF", true)]
    [InlineData(">i2", "0001 FFFE", true)]
    [InlineData("<i4", "01000000 FEFFFFFF", true)]
    [InlineData(">i4", "00000001 FFFFFFFE", true)]
    [InlineData("<i8", "0100000000000000 FEFFFFFFFFFFFFFF", true)]
    [InlineData(">i8", "0000000000000001 FFFFFFFFFFFFFFFE", true)]
    public void SignedNumbersOfEveryType(string type, string bytes, bool whole)
    {
        var array = ReadOne(Npz.Array(type, "2,", Bytes(bytes)));

        Assert.Equal([whole ? 1 : 1.5, -2], array.Values);
        Assert.Equal((whole, "[2]"), (array.IsWhole, array.ShapeText));
    }

    [Theory]
    [InlineData("|u1", "01 FE", 254)]
    [InlineData("<u2", "0100 FEFF", 65534)]
    [InlineData(">u2", "0001 FFFE", 65534)]
    [InlineData("<u4", "01000000 FEFFFFFF", 4294967294)]
    [InlineData(">u4", "00000001 FFFFFFFE", 4294967294)]
    [InlineData("<u8", "0100000000000000 FE00000000000000", 254)]
    [InlineData(">u8", "0000000000000001 00000000000000FE", 254)]
    public void UnsignedNumbersOfEveryType(string type, string bytes, double second)
    {
        var array = ReadOne(Npz.Array(type, "2,", Bytes(bytes)));

        Assert.Equal([1, second], array.Values);
        Assert.True(array.IsWhole);
    }

    [Fact]
    public void BothOrdersOfAxes()
    {
        // arrange: [[0, 1, 2], [3, 4, 5]]
        var rows = Npz.Array("|i1", "2, 3", [0, 1, 2, 3, 4, 5]);
        var columns = Npz.Array("|i1", "2, 3", [0, 3, 1, 4, 2, 5], fortran: true);

        Assert.Equal(ReadOne(rows).Values, ReadOne(columns).Values);
        Assert.Equal([2, 3], ReadOne(columns).Shape);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7], ReadOne(Npz.Array("|i1", "2, 2, 2", [0, 4, 2, 6, 1, 5, 3, 7], fortran: true)).Values);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void EveryVersionOfTheFormat(int version) => Assert.Equal([7], ReadOne(Npz.Array("|u1", "1,", [7], version: version)).Values);

    [Fact]
    public void ManyNumbersAndNone()
    {
        var bytes = Enumerable.Range(0, 200_000).Select(i => (byte)i).ToArray();

        Assert.Equal(bytes.Select(b => (double)b), ReadOne(Npz.Array("|u1", "200000,", bytes)).Values);
        Assert.Empty(ReadOne(Npz.Array("<f4", "0, 5", [])).Values);
        Assert.Equal([3], ReadOne(Npz.Array("|u1", "", [3])).Values);
    }

    [Theory]
    [InlineData("|V2", ", as bfloat16 is saved\n  remedy: save float32")]
    [InlineData("|O", "Python objects are pickled")]
    [InlineData("|b1", "(bool)")]
    [InlineData("<c16", "got <c16")]
    [InlineData("<U5", "got <U5")]
    [InlineData("", "f2, f4, f8")]
    public void WhatIsNoNumberIsRefused(string type, string message) => AssertRefused(Npz.Array(type, "1,", new byte[16]), "H: expected numbers", message);

    [Fact]
    public void StructuredTypesAreRefused() =>
        AssertRefused(Npz.Raw("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,), }\n", new byte[4]), "a structured type");

    [Fact]
    public void TruncatedNumbersAreCounted() => AssertRefused(Npz.Array("<f4", "3, 2", new byte[23]), "expected 24 bytes for the shape [3, 2], got 23");

    [Fact]
    public void TrailingBytesAreRefused() => AssertRefused(Npz.Array("<f4", "3, 2", new byte[25]), "expected 24 bytes for the shape [3, 2], got 25");

    [Fact]
    public void AnImpossibleShapeIsRefusedBeforeMemoryIsAskedFor()
    {
        AssertRefused(Npz.Array("<f4", "99999999, 99999999", []), "expected at most", "99999999");
        AssertRefused(Npz.Array("<f8", "2000000000,", []), "expected 16000000000 bytes", "got 0");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (-1,), }")]
    [InlineData("{'descr': '<f4', 'shape': (1,), }")]
    public void ABrokenHeaderIsShown(string header) => AssertRefused(Npz.Raw(header, new byte[4]), "expected a header with descr", header);

    [Fact]
    public void AnArrayThatIsNoneIsRefused()
    {
        AssertRefused([1, 2, 3], "end of the data");
        AssertRefused(new byte[100], "expected a .npy array", "0000");
        AssertRefused([0x93, .. "NUMPY"u8, 9, 0, 1, 0], "format 1, 2 or 3");
        AssertRefused([0x93, .. "NUMPY"u8, 2, 0, 255, 255, 255, 255], "header of at most 65536 bytes");
    }

    [Fact]
    public void AFileThatIsNoZipIsRefused()
    {
        Assert.Contains("no file of this name", Refusal(() => NpzFile.Read(Path, ["H"])), StringComparison.Ordinal);
        Assert.Contains("got a folder", Refusal(() => NpzFile.Read(folder, ["H"])), StringComparison.Ordinal);
        File.WriteAllBytes(Path, [1, 2, 3, 4, 5, 6, 7]);
        Assert.Contains("a zip of .npy arrays", Refusal(() => NpzFile.Read(Path, ["H"])), StringComparison.Ordinal);
    }

    [Fact]
    public void FilesOfOtherFormatsAreCalledByTheirNames()
    {
        File.WriteAllBytes(Path, Npz.Floats(2, 2));
        var single = Refusal(() => NpzFile.Read(Path, ["H"]));
        File.WriteAllBytes(Path, [0x80, 2, .. "}q"u8, 0, (byte)'.']);
        var pickle = Refusal(() => NpzFile.Read(Path, ["H"]));
        using (var zip = new ZipArchive(File.Create(Path), ZipArchiveMode.Create))
            zip.CreateEntry("archive/data.pkl").Open().Dispose();
        var torch = Refusal(() => NpzFile.Read(Path, ["H"]));

        Assert.Contains("got a single array in a .npy file\n  remedy: save the arrays with numpy.savez(", single, StringComparison.Ordinal);
        Assert.Contains("got a pickle, such as torch.save wrote before PyTorch 1.6", pickle, StringComparison.Ordinal);
        Assert.Contains("got a file of torch.save\n  remedy: save the arrays with numpy.savez(", torch, StringComparison.Ordinal);
    }

    [Fact]
    public void AnArrayThatPromisesMoreThanIsThereTakesNoMemory()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        AssertRefused(Npz.Array("<f8", "1000,1000000", new byte[800]), "expected 8000000000 bytes for the shape [1000, 1000000], got 800");

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
    }

    [Fact]
    public void AnArrayThatUnpacksToMuchMoreThanItsSizeTakesNoMemory()
    {
        Npz.Write(Path, CompressionLevel.SmallestSize, ("H", Npz.Array("<f8", "10000000", new byte[80_000_000])));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var message = Refusal(() => NpzFile.Read(Path, ["H"]));

        Assert.Matches("H: expected an array of about the size that it has in the archive, got [0-9]+ bytes that unpack to 80000[0-9]+\n  remedy: save it uncompressed", message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
    }

    [Fact]
    public void APipeIsNotWaitedFor()
    {
        if (OperatingSystem.IsWindows())
            return;
        System.Diagnostics.Process.Start("mkfifo", [Path]).WaitForExit();

        Assert.Contains("expected a file, got a pipe", Refusal(() => NpzFile.Read(Path, ["H"])), StringComparison.Ordinal);
        Assert.Contains("expected a file, got a pipe", Refusal(() => SafetensorsFile.Read(Path)), StringComparison.Ordinal);
    }

    [Fact]
    public void EveryTruncationOfAFileIsRefused()
    {
        var whole = File.ReadAllBytes(Npz.Write(Path, ("H", Npz.Floats(3, 2)), ("y", Npz.Labels(0, 1, 0))));

        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(Path, whole[..length]);
            Refusal(() => NpzFile.Read(Path, ["H", "y"]));
        }
    }

    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.Optimal)]
    public void AnotherByteInAFileGivesNoOtherNumbers(CompressionLevel compression)
    {
        var whole = File.ReadAllBytes(Npz.Write(Path, compression, ("H", Npz.Floats([1, 2, 3, 4, 5, 6], 3, 2)), ("y", Npz.Labels(0, 1, 0))));
        var sound = NpzFile.Read(Path, ["H", "y"]);
        var refused = 0;

        for (var place = 0; place < whole.Length; place++)
        {
            var damaged = whole.ToArray();
            damaged[place] ^= 0x41;
            File.WriteAllBytes(Path, damaged);
            try
            {
                // Where the name of an array has changed, there is none of the old name.
                foreach (var (name, array) in NpzFile.Read(Path, ["H", "y"]))
                {
                    Assert.Equal(sound[name].ShapeText, array.ShapeText);
                    Assert.Equal(sound[name].Values, array.Values);
                }
            }
            catch (UserErrorException error)
            {
                Assert.StartsWith(Path, error.Message, StringComparison.Ordinal);
                refused++;
            }
        }

        Assert.True(refused > whole.Length / 2, $"{refused} of {whole.Length} refused");
    }

    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.Optimal)]
    public void AnArrayWithAnotherChecksumIsNamed(CompressionLevel compression)
    {
        var numbers = Enumerable.Range(0, 1000).Select(i => (double)i);
        var bytes = File.ReadAllBytes(Npz.Write(Path, compression, ("H", Npz.Floats(numbers, 1000))));
        var stated = bytes.AsSpan().LastIndexOf("PK\x01\x02"u8) + 16;
        bytes[stated] ^= 1;
        File.WriteAllBytes(Path, bytes);

        var message = Refusal(() => NpzFile.Read(Path, ["H"]));

        Assert.Matches("features.npz: H: expected [0-9]+ bytes with the checksum \\(CRC-32\\) [0-9a-f]{8}, as the archive states, got [0-9]+ with [0-9a-f]{8}: the file is damaged\n  remedy: ", message);
    }

    [Fact]
    public void AnEncryptedArrayIsNamed()
    {
        var bytes = File.ReadAllBytes(Npz.Write(Path, ("H", Npz.Floats(1, 1))));
        bytes[bytes.AsSpan().LastIndexOf("PK\x01\x02"u8) + 8] |= 1;
        File.WriteAllBytes(Path, bytes);

        Assert.Contains("H: expected an array anybody can read, got an encrypted one", Refusal(() => NpzFile.Read(Path, ["H"])), StringComparison.Ordinal);
    }

    [Fact]
    public void TwoArraysOfOneNameAreRefused()
    {
        Npz.Write(Path, ("H", Npz.Floats(1, 1)), ("H", Npz.Floats(1, 1)));

        Assert.Contains("H: expected one array of this name", Refusal(() => NpzFile.Read(Path, ["H"])), StringComparison.Ordinal);
    }

    private NumericArray ReadOne(byte[] array) => NpzFile.Read(Npz.Write(Path, ("H", array), ("other", [1])), ["H", "W"])["H"];

    private void AssertRefused(byte[] array, params string[] parts)
    {
        var message = Refusal(() => ReadOne(array));

        Assert.All([Path, "H", .. parts], part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    private static string Refusal(Action act) => Assert.Throws<UserErrorException>(act).Message;

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
}
