using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace NeuralCollapse.Training;

/// <summary>MD5 of files: no protection against malice, but what the publishers of the data sets state.</summary>
public static class FileMd5
{
    /// <summary>32 lower-case hexadecimal digits.</summary>
    [SuppressMessage("Security", "CA5351", Justification = "It tells a damaged download from a whole one; nothing else is published.")]
    public static string Of(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(MD5.HashData(file));
    }
}
