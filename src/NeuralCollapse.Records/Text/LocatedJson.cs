using System.Globalization;
using System.Text.Json;

namespace NeuralCollapse.Records;

/// <summary>A value in a JSON file, that knows where it is.</summary>
internal sealed record LocatedJson(ResultFile File, string Path, JsonElement Element)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The whole document of a file.</summary>
    /// <exception cref="DamagedResultException">When it is missing, or no JSON.</exception>
    public static LocatedJson Read(ResultFile file) => Read(file, file.Read());

    /// <summary>The document that is, or is within, the text of a file.</summary>
    /// <exception cref="DamagedResultException">When it is no JSON.</exception>
    public static LocatedJson Read(ResultFile file, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            return new(file, "", document.RootElement.Clone());
        }
        catch (JsonException error)
        {
            throw error.LineNumber is { } line
                ? file.Damaged((int)line + 1, "JSON", "text that is not")
                : file.Damaged("the document", "JSON with every key once", error.Message.TrimEnd('.'));
        }
    }

    /// <summary>The values of an object with exactly these keys, by key.</summary>
    public IReadOnlyDictionary<string, LocatedJson> Members(params string[] keys) => Members([], keys);

    /// <summary>The values of an object with these keys and no others, by key.</summary>
    /// <param name="optional">Keys that may be there.</param>
    /// <param name="keys">Keys that are.</param>
    public IReadOnlyDictionary<string, LocatedJson> Members(IReadOnlyList<string> optional, params string[] keys)
    {
        var members = Members().ToDictionary(StringComparer.Ordinal);
        foreach (var key in keys.Except(members.Keys))
            throw Wrong($"the key {key}", $"only {string.Join(", ", members.Keys)}");
        foreach (var key in members.Keys.Except(keys).Except(optional))
            throw Wrong($"only the keys {string.Join(", ", keys.Concat(optional))}", key);
        return members;
    }

    /// <summary>The members of an object, in the order of the file.</summary>
    public IReadOnlyList<KeyValuePair<string, LocatedJson>> Members() => Element.ValueKind == JsonValueKind.Object
        ? [.. Element.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, new LocatedJson(File, PathTo(p.Name), p.Value)))]
        : throw Wrong("an object");

    public IReadOnlyList<LocatedJson> Items() => Element.ValueKind == JsonValueKind.Array
        ? [.. Element.EnumerateArray().Select((e, i) => new LocatedJson(File, $"{Path}[{Numbers.Format(i)}]", e))]
        : throw Wrong("a list");

    public bool IsNull => Element.ValueKind == JsonValueKind.Null;

    public string Text() => Element.ValueKind == JsonValueKind.String ? Element.GetString()! : throw Wrong("text");

    public bool Truth() =>
        Element.ValueKind is JsonValueKind.True or JsonValueKind.False ? Element.GetBoolean() : throw Wrong("true or false");

    public int Whole() => Long() is >= int.MinValue and <= int.MaxValue and var value ? (int)value : throw Wrong("a whole number");

    public long Long() =>
        Element.ValueKind == JsonValueKind.Number && Element.TryGetInt64(out var value) ? value : throw Wrong("a whole number");

    /// <summary>A number, or the text of one that is not finite.</summary>
    public double Number() => Element.ValueKind switch
    {
        JsonValueKind.Number => Element.GetDouble(),
        JsonValueKind.String when Numbers.TryParse(Element.GetString()!, out var value) && !double.IsFinite(value) => value,
        _ => throw Wrong("a number"),
    };

    public DateTimeOffset Time() =>
        DateTimeOffset.TryParseExact(Text(), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : throw Wrong("a time such as 2026-01-31T12:00:00.0000000+00:00");

    public DamagedResultException Wrong(string expected) => Wrong(expected, Element.GetRawText());

    public DamagedResultException Wrong(string expected, string got) =>
        File.Damaged(Path.Length == 0 ? "the document" : Path, expected, got);

    private string PathTo(string key) => Path.Length == 0 ? key : $"{Path}.{key}";
}
