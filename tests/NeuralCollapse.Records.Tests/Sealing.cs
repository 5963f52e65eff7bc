using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace NeuralCollapse;

/// <summary>
/// Hashes of result files, written again here so that tests do not believe the product. With them files can be changed as nobody does by
/// accident: so that their hashes fit.
/// </summary>
internal static partial class Sealing
{
    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>A JSON text whose last key is a seal, with the seal that fits; any other text as it is.</summary>
    public static string Sealed(string text)
    {
        var rest = Seal().Replace(text, "\n}\n");
        return rest == text ? text : $"{rest[..^3]},\n  \"sha256\": \"{Sha256(rest)}\"\n}}\n";
    }

    /// <summary>Makes all hashes of a cell fit what its files hold now.</summary>
    public static void Cell(string directory)
    {
        var summary = Path.Combine(directory, "summary.json");
        if (File.Exists(summary))
        {
            File.WriteAllText(summary, FileHash().Replace(File.ReadAllText(summary), line => Path.Combine(directory, line.Groups[1].Value) is var file && File.Exists(file)
                ? $"\"{line.Groups[1].Value}\": \"{Sha256(File.ReadAllText(file))}\""
                : line.Value));
        }

        foreach (var file in new[] { summary, Path.Combine(directory, "environment.json") }.Where(File.Exists))
            File.WriteAllText(file, Sealed(File.ReadAllText(file)));
    }

    [GeneratedRegex(",\n  \"sha256\": \"[0-9a-f]{64}\"\n}\n\\z")]
    private static partial Regex Seal();

    [GeneratedRegex("\"([^\"]+\\.(?:csv|json))\": \"[0-9a-f]{64}\"")]
    private static partial Regex FileHash();
}
