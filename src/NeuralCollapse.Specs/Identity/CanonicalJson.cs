using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NeuralCollapse.Specs;

/// <summary>
/// The one way to write a cell: what is at its default left out, keys sorted, numbers in their shortest form, no white space, and the
/// version of the trainer's arithmetic. Equal text is equal training, as long as no default changes: a test holds them.
/// </summary>
public static partial class CanonicalJson
{
    /// <summary>
    /// Raise when the trainer or what is measured is changed on purpose, so that the same cell gives other numbers: nothing recorded before
    /// is then reused.
    /// </summary>
    public const int ArithmeticVersion = 2;

    private const string Arithmetic = "arithmetic";

    /// <summary>The canonical JSON of a cell.</summary>
    public static string Write(CellSpec spec)
    {
        var cell = ShapeOf.Cell.Write(spec, brief: true).AsObject();
        cell.Add(Arithmetic, ArithmeticVersion);
        var sorted = cell.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => KeyValuePair.Create(e.Key, e.Value?.DeepClone()));
        return new JsonObject(sorted).ToJsonString();
    }

    /// <summary>First 12 hexadecimal digits of the SHA-256 of canonical JSON in UTF-8.</summary>
    public static string Id(string canonicalJson) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonicalJson)))[..12];

    /// <summary>Whether a text can be an id.</summary>
    public static bool IsId(string text) => IdText().IsMatch(text);

    /// <summary>The cell of a canonical JSON.</summary>
    /// <exception cref="InvalidDataException">When it was not written by this version of the project.</exception>
    public static CellSpec Read(string canonicalJson) => Find(canonicalJson)
        ?? throw new InvalidDataException($"Not the canonical JSON of a cell of arithmetic version {ArithmeticVersion}: {canonicalJson}");

    /// <summary>Whether it was written by this version of the project.</summary>
    internal static bool IsReadable(string canonicalJson) => Find(canonicalJson) is not null;

    /// <summary>The same cell with what is at its default written out.</summary>
    internal static string WithDefaults(string canonicalJson) => ShapeOf.Cell.Write(Read(canonicalJson), brief: false).ToJsonString();

    private static CellSpec? Find(string canonicalJson)
    {
        var mistakes = new Mistakes("cell");
        var cell = YamlFile.Read(canonicalJson, mistakes)?.Only(key => key != Arithmetic);
        return cell is not null && ShapeOf.Cell.Read(cell, mistakes) is CellSpec spec && mistakes.Count == 0 && Write(spec) == canonicalJson
            ? spec
            : null;
    }

    [GeneratedRegex(@"\A[0-9a-f]{12}\z")]
    private static partial Regex IdText();
}
