using System.Security.Cryptography;
using System.Text;

namespace NeuralCollapse.Records;

/// <summary>SHA-256 of the text of a result file, by which a reader knows whether it is as it was written.</summary>
internal static class ContentHash
{
    private const int Digits = 12; // as of a cell's id: enough to notice an accident

    /// <summary>All 64 hexadecimal digits, of the text in UTF-8: what <c>sha256sum</c> gives for the file.</summary>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The first digits, for people.</summary>
    public static string Short(string hash) => hash[..Math.Min(Digits, hash.Length)];

    /// <summary>Whether a text can be what <see cref="Short"/> gives.</summary>
    public static bool IsShort(string text) => text.Length == Digits && text.All(char.IsAsciiHexDigitLower);
}
