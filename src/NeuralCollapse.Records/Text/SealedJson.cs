using System.Text.Json.Nodes;

namespace NeuralCollapse.Records;

/// <summary>
/// JSON that guards itself: its last key, <c>sha256</c>, is the SHA-256 of the text as it is without that key. Any byte that changes is
/// noticed by <see cref="Read"/>.
/// </summary>
internal static class SealedJson
{
    private const string Key = "sha256";
    private const string End = "\n}\n";
    private const string Opening = $",\n  \"{Key}\": \"";

    /// <summary>The text of a document with at least one key.</summary>
    public static string Write(JsonObject document) => Seal(Json.Write(document));

    /// <summary>The document of a file, without the seal.</summary>
    /// <exception cref="DamagedResultException">When it is missing, no JSON, or not as it was written.</exception>
    public static LocatedJson Read(ResultFile file)
    {
        var text = file.Read();
        var at = text.LastIndexOf(Opening, StringComparison.Ordinal);
        var unsealed = at < 0 ? "" : text[..at] + End;
        if (at >= 0 && text == Seal(unsealed))
            return LocatedJson.Read(file, unsealed);
        var stated = LocatedJson.Read(file, text).Members().FirstOrDefault(member => member.Key == Key).Value;
        throw stated is null
            ? file.Damaged(Key, "the SHA-256 of the file at its end", "none, as in results of an older version, which nothing guards")
            : file.Damaged(Key, $"a file as it was written, with SHA-256 {ContentHash.Short(stated.Text())}", at < 0 ? "another" : $"one with {ContentHash.Short(ContentHash.Of(unsealed))}");
    }

    private static string Seal(string text) => $"{text[..^End.Length]}{Opening}{ContentHash.Of(text)}\"{End}";
}
