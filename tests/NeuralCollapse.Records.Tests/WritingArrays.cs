using System.IO.Compression;
using System.Text;

namespace NeuralCollapse.Records.Tests;

public sealed class WritingArrays : IDisposable
{
    private static readonly NamedArray[] Arrays =
    [
        NamedArray.Of("weights", [1.5f, -2, 0.1f, float.MaxValue, float.Epsilon, 0], 2, 3),
        NamedArray.Of("doubles", [Math.PI, double.Epsilon, -0.0], 3),
        NamedArray.Of("labels", new long[] { 0, -1, 1L << 53 }, 3),
        NamedArray.Of("none", Array.Empty<float>(), 0, 4),
        NamedArray.Of("single", [7f]),
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("arrays-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void AnNpzFileIsReadBackAsItWasWritten()
    {
        NpzFile.Write(At("a.npz"), Arrays);

        AssertRead(NpzFile.Read(At("a.npz"), [.. Arrays.Select(a => a.Name)]));
    }

    [Fact]
    public void ASafetensorsFileIsReadBackAsItWasWritten()
    {
        SafetensorsFile.Write(At("a.safetensors"), Arrays);

        AssertRead(SafetensorsFile.Read(At("a.safetensors")));
    }

    [Fact]
    public void TheSameArraysGiveTheSameBytes()
    {
        foreach (var name in (string[])["1", "2"])
        {
            NpzFile.Write(At($"{name}.npz"), Arrays);
            SafetensorsFile.Write(At($"{name}.safetensors"), name == "1" ? Arrays : Arrays.Reverse());
        }

        using (var zip = ZipFile.OpenRead(At("1.npz")))
            Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime)); // not the time of writing
        Assert.Equal(File.ReadAllBytes(At("1.npz")), File.ReadAllBytes(At("2.npz")));
        Assert.Equal(File.ReadAllBytes(At("1.safetensors")), File.ReadAllBytes(At("2.safetensors")));
    }

    /// <summary>Byte by byte what the format's description asks for, and the order and padding of its own writer.</summary>
    [Fact]
    public void ASafetensorsFileIsAHeaderAndNumbers()
    {
        SafetensorsFile.Write(At("a.safetensors"), [NamedArray.Of("b", [1f], 1), NamedArray.Of("a", [2f], 1, 1), NamedArray.Of("z", [3.0])]);

        const string header = """{"z":{"dtype":"F64","shape":[],"data_offsets":[0,8]},"a":{"dtype":"F32","shape":[1,1],"data_offsets":[8,12]},"b":{"dtype":"F32","shape":[1],"data_offsets":[12,16]}}""";
        byte[] expected =
        [
            168, 0, 0, 0, 0, 0, 0, 0, .. Encoding.UTF8.GetBytes(header.PadRight(168)),
            .. BitConverter.GetBytes(3.0), .. BitConverter.GetBytes(2f), .. BitConverter.GetBytes(1f),
        ];
        Assert.Equal(expected, File.ReadAllBytes(At("a.safetensors")));
    }

    [Fact]
    public void TheNumbersOfAnNpyArrayBeginAtAMultipleOf64()
    {
        NpzFile.Write(At("a.npz"), Enumerable.Range(0, 9).Select(digits => NamedArray.Of($"{digits}", Array.Empty<float>(), 0, (int)Math.Pow(10, digits))));

        using var zip = ZipFile.OpenRead(At("a.npz"));
        Assert.Equal(9, zip.Entries.Count);
        Assert.All(zip.Entries, entry => Assert.Equal((0, entry.Length), (entry.Length % 64, entry.CompressedLength)));
    }

    /// <summary>As NumPy writes it, space by space.</summary>
    [Theory]
    [InlineData("()")]
    [InlineData("(3,)", 3)]
    [InlineData("(3, 1)", 3, 1)]
    [InlineData("(1, 3, 2)", 1, 3, 2)]
    public void TheHeaderOfAnNpyArrayIsNumpysOwn(string shape, params int[] extents)
    {
        NpzFile.Write(At("a.npz"), [NamedArray.Of("a", new float[extents.Aggregate(1, (a, b) => a * b)], extents)]);

        using var zip = ZipFile.OpenRead(At("a.npz"));
        using var text = new StreamReader(zip.Entries[0].Open(), Encoding.Latin1);
        Assert.Equal($"\x93NUMPY\x01\0v\0{{'descr': '<f4', 'fortran_order': False, 'shape': {shape}, }}".PadRight(127), text.ReadLine());
    }

    [Fact]
    public void AShapeLongerThanTheHeaderOfAnNpyArrayWritesNoFile()
    {
        Assert.Throws<OverflowException>(() => NpzFile.Write(At("a.npz"), [NamedArray.Of("a", [1f], [.. Enumerable.Repeat(1, 30_000)])]));

        Assert.False(File.Exists(At("a.npz")));
    }

    [Fact]
    public void AShapeThatDoesNotFitIsRefused()
    {
        var refusal = Assert.Throws<ArgumentException>(() => NamedArray.Of("W", [1f, 2f, 3f], 2, 2));

        Assert.Equal("W: expected 4 numbers for the shape [2, 2], got 3", refusal.Message);
    }

    private string At(string name) => Path.Combine(folder, name);

    private static void AssertRead(IReadOnlyDictionary<string, NumericArray> read)
    {
        Assert.Equal(Arrays.Select(a => a.Name).Order(), read.Keys.Order());
        Assert.Equal([1.5, -2, 0.1f, float.MaxValue, float.Epsilon, 0], read["weights"].Values);
        Assert.Equal([Math.PI, double.Epsilon, -0.0], read["doubles"].Values);
        Assert.Equal([0, -1, 1L << 53], read["labels"].Values);
        Assert.All(Arrays, array => Assert.Equal(array.Shape, read[array.Name].Shape));
        Assert.Equal(["labels"], read.Where(a => a.Value.IsWhole).Select(a => a.Key));
    }
}
