using System.IO.Compression;

namespace NeuralCollapse.Records.Tests;

public sealed class ReadingMutants : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("arrays-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>In an archive whose checksums fit.</summary>
    [Fact]
    public void OfNumpyArrays() => new Mutants(7).AssertReadOrRefused(
        [Npz.Floats([1, 2, 3, 4, 5, 6], 3, 2), Npz.Labels(0, 1, 1), Npz.Array("<f4", "2, 1", new byte[8], fortran: true), Npz.Array("<f2", "", [7, 0], version: 2)],
        array => NpzFile.Read(Npz.Write(Path.Combine(folder, "array.npz"), ("a", array)), ["a"]));

    [Theory]
    [InlineData(CompressionLevel.Optimal)]
    [InlineData(CompressionLevel.NoCompression)]
    public void OfNumpyArchives(CompressionLevel compression)
    {
        var file = Path.Combine(folder, "features.npz");
        Npz.Write(file, compression, ("H", Npz.Floats([1, 2, 3, 4, 5, 6], 3, 2)), ("y", Npz.Labels(0, 1, 1)));
        new Mutants(8).AssertReadOrRefused([File.ReadAllBytes(file)], archive =>
        {
            File.WriteAllBytes(file, archive);
            NpzFile.Read(file, ["H", "y"]);
        });
    }

    [Fact]
    public void OfSafetensors()
    {
        var file = Path.Combine(folder, "weights.safetensors");
        SafetensorsFile.Write(file, [NamedArray.Of("a", new double[6], 2, 3), NamedArray.Of("b", new double[1])], new Dictionary<string, string> { ["format"] = "pt" });
        new Mutants(9).AssertReadOrRefused([File.ReadAllBytes(file)], weights =>
        {
            File.WriteAllBytes(file, weights);
            SafetensorsFile.Read(file);
        });
    }
}
