using System.Security.Cryptography;
using System.Text;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Records.Tests;

/// <summary>What the header of a safetensors file says beside its arrays.</summary>
public sealed class KeepingMetadata : IDisposable
{
    private static readonly float[] Numbers = [1.5f, -2];
    private static readonly Dictionary<string, string> Said = new() { ["format"] = "pt", ["epoch"] = "3" };
    private static readonly string ChecksumOfWhatIsSaid = Sealing.Sha256("epoch\u00003\u0000format\u0000pt\u0000");

    private readonly string folder = Directory.CreateTempSubdirectory("arrays-").FullName;

    private string Weights => Path.Combine(folder, "w.safetensors");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void TheHeaderHasItByNameWithBothChecksums()
    {
        Write();

        var header = $$$"""
            {"__metadata__":{"epoch":"3","format":"pt","metadata-sha256":"{{{ChecksumOfWhatIsSaid}}}","sha256":"{{{ChecksumOf(1.5f, -2)}}}"},
            "w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}
            """.ReplaceLineEndings("");
        Assert.Equal(header, Encoding.UTF8.GetString(File.ReadAllBytes(Weights).AsSpan()[8..^8]).TrimEnd());
    }

    [Fact]
    public void ItIsReadBackBesideTheArrays()
    {
        Write();

        var arrays = SafetensorsFile.Read(Weights, out var metadata);

        Assert.Equal([1.5, -2], arrays["w"].Values);
        Assert.Equal(["epoch", "format", "metadata-sha256", "sha256"], metadata.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("3", "pt"), (metadata["epoch"], metadata["format"]));
    }

    [Fact]
    public void OtherNumbersThanItsChecksumSaysAreRefused()
    {
        Write();
        var bytes = File.ReadAllBytes(Weights);
        File.WriteAllBytes(Weights, [.. bytes[..^4], .. BitConverter.GetBytes(2f)]);

        AssertDamaged($"expected numbers of the SHA-256 {ChecksumOf(1.5f, -2)}, as its header says, got {ChecksumOf(1.5f, 2)}");
    }

    [Fact]
    public void OtherTextThanItsChecksumSaysIsRefused()
    {
        Write();
        var bytes = File.ReadAllBytes(Weights);
        bytes[bytes.AsSpan().IndexOf("\"3\""u8) + 1] = (byte)'4';
        File.WriteAllBytes(Weights, bytes);

        var got = Sealing.Sha256("epoch\u00004\u0000format\u0000pt\u0000");
        AssertDamaged($"expected metadata of the SHA-256 {ChecksumOfWhatIsSaid}, as its header says, got {got}");
    }

    [Fact]
    public void ItMayBeEmpty()
    {
        WriteHeader("""{"__metadata__":{}}"""u8);

        Assert.Empty(SafetensorsFile.Read(Weights, out var metadata));
        Assert.Empty(metadata);
    }

    [Fact]
    public void OneThatIsNoTextAmongOthersIsRefused()
    {
        WriteHeader("""{"__metadata__":{"format":"pt","epoch":3}}"""u8);

        Assert.Equal($$"""{{Weights}}: __metadata__: expected an object of texts, got {"format":"pt","epoch":3}""", Refusal());
    }

    [Fact]
    public void ATextThatIsNoUtf8IsRefused()
    {
        WriteHeader([.. """{"__metadata__":{"format":" """u8, 0xFF, .. "\"}}"u8]);

        var message = $"{Weights}: offset 8: expected a header of JSON in UTF-8, each name once, got other bytes\n  cause: ";
        Assert.StartsWith(message, Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void AHeaderLongerThanTheFormatAllowsIsRefusedThoughItIsThere()
    {
        using (var file = File.Create(Weights))
        {
            file.Write(BitConverter.GetBytes(100_000_001L));
            file.SetLength(100_000_008);
        }

        Assert.Equal($"{Weights}: offset 0: expected a header of at most 100000000 bytes, got 100000001", Refusal());
    }

    [Fact]
    public void AFileThatAnotherHoldsIsNamedWithTheCause()
    {
        using var held = new FileStream(Weights, FileMode.CreateNew, FileAccess.Write, FileShare.None);

        var message = $"{Weights}: expected a .safetensors file, got one that cannot be read\n  cause: The process cannot access";
        Assert.StartsWith(message, Refusal(), StringComparison.Ordinal);
    }

    private static string ChecksumOf(params float[] numbers) =>
        Convert.ToHexStringLower(SHA256.HashData([.. numbers.SelectMany(BitConverter.GetBytes)]));

    private void Write() => SafetensorsFile.Write(Weights, [NamedArray.Of("w", Numbers, 2)], Said);

    private void WriteHeader(ReadOnlySpan<byte> header) => File.WriteAllBytes(Weights, [.. BitConverter.GetBytes((long)header.Length), .. header]);

    private void AssertDamaged(string message) => Assert.Equal($"{Weights}: {message}\n  remedy: remove the file, which is damaged", Refusal());

    private string Refusal() => Assert.Throws<UserErrorException>(() => SafetensorsFile.Read(Weights)).Message;
}
