using System.Text.Json;

namespace Repository.Tests;

/// <summary>The recorded files of one kind, as values by column or key.</summary>
internal static class ResultFiles
{
    /// <summary>Paths below results of the files in version control; capitals and stars of the pattern stand for a name.</summary>
    public static IReadOnlyList<string> Matching(string pattern) => [.. All.Where(file => IsOf(file, pattern))];

    /// <summary>Every file of results but its documentation, and the locks of commands.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. RepositoryFiles.All.Where(file => file.StartsWith("results/", StringComparison.Ordinal)).Select(file => file["results/".Length..])
            .Where(file => file != "README.md" && !Path.GetFileName(file).StartsWith('.')),
    ];

    /// <summary>Every value in a file: its column or key, and its text; an empty one for null.</summary>
    public static IEnumerable<(string Name, string Value)> Values(string file)
    {
        var text = RepositoryFiles.Read($"results/{file}");
        return file.EndsWith(".json", StringComparison.Ordinal) ? OfJson(JsonDocument.Parse(text).RootElement, "") : OfTable(text);
    }

    /// <summary>Names of the columns of a table, or of the keys of a document that have a value.</summary>
    public static IEnumerable<string> Names(string file) => file.EndsWith(".json", StringComparison.Ordinal)
        ? Values(file).Select(value => value.Name).Distinct()
        : Head([.. Fields(RepositoryFiles.Read($"results/{file}").Split('\n')[0])]);

    private static bool IsOf(string file, string pattern)
    {
        var (names, parts) = (file.Split('/'), pattern.Split('/'));
        return names.Length == parts.Length && names.Zip(parts).All(pair => pair.Second is "EXPERIMENT" or "ID"
            || (pair.Second.Split('*') is [var before, var after]
                ? pair.First.StartsWith(before, StringComparison.Ordinal) && pair.First.EndsWith(after, StringComparison.Ordinal)
                : pair.First == pair.Second));
    }

    private static IEnumerable<(string, string)> OfTable(string text)
    {
        var lines = text.Split('\n')[..^1];
        var head = Head([.. Fields(lines[0])]);
        return lines.Skip(1).SelectMany(line => head.Zip(Fields(line)));
    }

    /// <summary>The axes of a summary, which come before the column metric, all have the one name AXIS.</summary>
    private static IReadOnlyList<string> Head(IReadOnlyList<string> names)
    {
        var axes = names.ToList().IndexOf("metric");
        return [.. names.Select((name, i) => i < axes ? "AXIS" : name)];
    }

    /// <summary>What is between commas that are not between quotes.</summary>
    private static IEnumerable<string> Fields(string line) =>
        string.Concat(line.Split('"').Select((part, i) => i % 2 == 0 ? part.Replace(',', '\n') : part)).Split('\n');

    private static IEnumerable<(string, string)> OfJson(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => OfJson(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}")),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => OfJson(item, $"{path}[]")),
        JsonValueKind.String => [(path, element.GetString()!)],
        JsonValueKind.Null => [(path, "")],
        _ => [(path, element.GetRawText())],
    };
}
