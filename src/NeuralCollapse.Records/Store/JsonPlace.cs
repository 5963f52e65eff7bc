using System.Globalization;
using System.Text.Json;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Records;

/// <summary>A value in a JSON file, that knows where it is.</summary>
internal sealed record JsonPlace(ResultFile File, string Path, JsonElement Element)
{
    /// <summary>The members of an object with exactly these keys, in this order.</summary>
    public IReadOnlyList<JsonPlace> Members(params string[] keys)
    {
        var members = Members();
        var found = members.Select(m => m.Key).ToList();
        foreach (var key in keys.Except(found))
            throw Wrong($"the key {key}", $"only {string.Join(", ", found)}");
        foreach (var key in found.Except(keys))
            throw Wrong($"only the keys {string.Join(", ", keys)}", key);
        return [.. keys.Select(key => members.First(m => m.Key == key).Value)];
    }

    /// <summary>The members of an object, in the order of the file.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonPlace>> Members() => Element.ValueKind == JsonValueKind.Object
        ? [.. Element.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, new JsonPlace(File, PathTo(p.Name), p.Value)))]
        : throw Wrong("an object");

    public IReadOnlyList<JsonPlace> Items() => Element.ValueKind == JsonValueKind.Array
        ? [.. Element.EnumerateArray().Select((e, i) => new JsonPlace(File, $"{Path}[{Numbers.Format(i)}]", e))]
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

    public UserMistakeException Wrong(string expected) => Wrong(expected, Element.GetRawText());

    public UserMistakeException Wrong(string expected, string got) =>
        File.Damaged(Path.Length == 0 ? "the document" : Path, expected, got);

    private string PathTo(string key) => Path.Length == 0 ? key : $"{Path}.{key}";
}
