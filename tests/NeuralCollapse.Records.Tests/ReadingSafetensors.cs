using System.Text;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Records.Tests;

public sealed class ReadingSafetensors : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("arrays-").FullName;

    private string File => Path.Combine(folder, "w.safetensors");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("F16", "003E00C0", false)] // 1.5, -2
    [InlineData("BF16", "C03F00C0", false)]
    [InlineData("F32", "0000C03F000000C0", false)]
    [InlineData("F64", "000000000000F83F00000000000000C0", false)]
    [InlineData("I64", "0100000000000000FEFFFFFFFFFFFFFF", true)]
    public void NumbersOfEveryType(string type, string hex, bool whole)
    {
        var numbers = Convert.FromHexString(hex);
        var array = Read(Bytes($$$"""{"__metadata__":{"format":"pt"},"a":{"dtype":"{{{type}}}","shape":[2],"data_offsets":[0,{{{numbers.Length}}}]}}""", numbers))["a"];

        Assert.Equal([whole ? 1 : 1.5, -2], array.Values);
        Assert.Equal((whole, "[2]"), (array.IsWhole, array.ShapeText));
    }

    [Fact]
    public void TensorsInAnyOrderAndMoreNumbersThanAreReadAtOnce()
    {
        var numbers = Enumerable.Range(0, 100_000).SelectMany(i => BitConverter.GetBytes((float)i)).ToArray();

        var read = Read(Bytes("""{"b":{"dtype":"F32","shape":[99999],"data_offsets":[4,400000]},"a":{"dtype":"F32","shape":[],"data_offsets":[0,4]}}  """, numbers));

        Assert.Equal([0], read["a"].Values);
        Assert.Equal(Enumerable.Range(1, 99_999).Select(i => (double)i), read["b"].Values);
    }

    [Theory]
    [InlineData("""[]""", "offset 8: expected a header that begins with {, got the byte 91")]
    [InlineData(""" {}""", "offset 8: expected a header that begins with {, got the byte 32")]
    [InlineData("", "offset 8: expected a header that begins with {, got none")]
    [InlineData("""{"a":""", "offset 8: expected a header of JSON in UTF-8")]
    [InlineData("""{"a":1,"a":2}""", "each name once")]
    [InlineData("""{"__metadata__":{"epoch":3}}""", "__metadata__: expected an object of texts")]
    [InlineData("""{"a":1}""", "a: expected an object with dtype, shape and data_offsets, got 1")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1]}}""", "a: expected an object with dtype, shape and data_offsets")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4],"stride":[1]}}""", "a: expected an object with dtype, shape and data_offsets")]
    [InlineData("""{"a":{"dtype":"BF8","shape":[2],"data_offsets":[0,4]}}""", "a: expected the dtype BF16, F16, F32, F64 or I64, got BF8")]
    [InlineData("""{"a":{"dtype":7,"shape":[2],"data_offsets":[0,4]}}""", "a: expected the dtype BF16, F16, F32, F64 or I64, got 7")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""", "a: expected a shape of whole numbers from 0, got [-1]")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}}""", "a: expected a shape of whole numbers from 0, got [1.5]")]
    [InlineData("""{"a":{"dtype":"F32","shape":"1","data_offsets":[0,4]}}""", "a: expected a shape of whole numbers from 0, got 1")]
    [InlineData(
        """{"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,4]}}""",
        "a: expected at most 2147483591 numbers, got the shape [4294967296,4294967296]")]
    [InlineData(
        """{"a":{"dtype":"F32","shape":[2147483591],"data_offsets":[0,4]}}""",
        "a: expected 8589934364 bytes for the shape [2147483591] of F32, got 4, from offset 0 to 4")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[2,4]}}""", "a: expected 4 bytes for the shape [1] of F32, got 2, from offset 2 to 4")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}}""", "a: expected two data_offsets")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}""", "a: expected two data_offsets, the second not before the first, got [4,0]")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,18446744073709551615]}}""", "a: expected two data_offsets")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", "a: expected 8 bytes for the shape [2] of F32, got 4, from offset 0 to 4")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "a: expected its numbers to end by offset 4, where the file ends, got 8")]
    [InlineData("""{"a":{"dtype":"F16","shape":[1],"data_offsets":[0,2]}}""", "expected the file to end at offset 2, where a ends, got 2 bytes more")]
    [InlineData("""{}""", "expected the file to end at offset 0, where the header ends, got 4 bytes more")]
    [InlineData("""{"a":{"dtype":"F16","shape":[1],"data_offsets":[2,4]}}""", "a: expected its numbers to begin at offset 0, where the header ends, got 2")]
    [InlineData(
        """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F16","shape":[1],"data_offsets":[2,4]}}""",
        "b: expected its numbers to begin at offset 4, where a ends, got 2")]
    public void AHeaderThatDoesNotFitFourBytesOfNumbersIsRefused(string header, string message) =>
        Assert.Contains(message, Refusal(Bytes(header, new byte[4])), StringComparison.Ordinal);

    [Fact]
    public void AHeaderLongerThanTheFileIsRefusedBeforeMemoryIsAskedFor()
    {
        Assert.Contains("offset 0: expected the length of a header in 8 bytes, got 3", Refusal([1, 2, 3]), StringComparison.Ordinal);
        Assert.Contains("offset 0: expected a header of at most 2 bytes, which follow, got 3", Refusal([3, 0, 0, 0, 0, 0, 0, 0, 1, 2]), StringComparison.Ordinal);
        Assert.Contains("got 18446744073709551615", Refusal([.. Enumerable.Repeat((byte)255, 8)]), StringComparison.Ordinal);
    }

    [Fact]
    public void AHeaderThatIsNoUtf8IsRefused() =>
        Assert.Contains("offset 8: expected a header of JSON in UTF-8", Refusal([4, 0, 0, 0, 0, 0, 0, 0, (byte)'{', 0xFF, 0xFE, (byte)'}']), StringComparison.Ordinal);

    [Fact]
    public void EveryTruncationOfAFileIsRefused()
    {
        SafetensorsFile.Write(File, [NamedArray.Of("a", [1f, 2f], 2), NamedArray.Of("b", [3f], 1)]);
        var whole = System.IO.File.ReadAllBytes(File);

        Assert.All(Enumerable.Range(0, whole.Length), length => Refusal(whole[..length]));
    }

    [Fact]
    public void AFileThatIsNotThereIsNamed()
    {
        Assert.Contains("no file of this name", Assert.Throws<UserErrorException>(() => SafetensorsFile.Read(File)).Message, StringComparison.Ordinal);
        Assert.Contains("got a folder", Assert.Throws<UserErrorException>(() => SafetensorsFile.Read(folder)).Message, StringComparison.Ordinal);
    }

    private static byte[] Bytes(string header, byte[] numbers) =>
        [.. BitConverter.GetBytes((long)Encoding.UTF8.GetByteCount(header)), .. Encoding.UTF8.GetBytes(header), .. numbers];

    private IReadOnlyDictionary<string, NumericArray> Read(byte[] bytes)
    {
        System.IO.File.WriteAllBytes(File, bytes);
        return SafetensorsFile.Read(File);
    }

    private string Refusal(byte[] bytes)
    {
        var message = Assert.Throws<UserErrorException>(() => Read(bytes)).Message;
        Assert.StartsWith(File, message, StringComparison.Ordinal);
        return message;
    }
}
