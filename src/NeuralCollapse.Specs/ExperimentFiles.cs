using System.IO.Enumeration;

namespace NeuralCollapse.Specs;

/// <summary>Finds the spec files that <c>--experiment</c> asks for.</summary>
public static class ExperimentFiles
{
    private const string Extension = ".yaml";

    /// <summary>The files of all patterns, each once: in the order of the patterns, those of one glob by name.</summary>
    /// <param name="experimentsFolder">Where names and globs are looked for.</param>
    /// <param name="patterns">
    /// Each a name of a spec (<c>quick</c>), a path (with a slash or .yaml at its end), or a glob, with * and ? in the name
    /// (<c>mnist-*</c>, <c>my/*.yaml</c>).
    /// </param>
    /// <exception cref="UserErrorException">When a pattern finds nothing: with the known names.</exception>
    public static IReadOnlyList<string> Select(string experimentsFolder, IEnumerable<string> patterns) =>
        [.. patterns.SelectMany(p => Find(experimentsFolder, p)).DistinctBy(Path.GetFullPath)];

    /// <summary>What to say when a file is not there.</summary>
    internal static UserErrorException Missing(string path)
    {
        var folder = Path.GetDirectoryName(path) is { Length: > 0 } given ? given : ".";
        return Unknown(path, folder, Path.GetFileNameWithoutExtension(path));
    }

    private static IEnumerable<string> Find(string folder, string pattern)
    {
        if (pattern.Contains('*') || pattern.Contains('?'))
        {
            var searched = Path.GetDirectoryName(pattern) is { Length: > 0 } given ? given : folder;
            var wanted = Path.GetFileName(pattern);
            wanted = wanted.EndsWith(Extension, StringComparison.Ordinal) ? wanted[..^Extension.Length] : wanted;
            var found = Names(searched).Where(name => FileSystemName.MatchesSimpleExpression(wanted, name, ignoreCase: false)).ToList();
            return found.Count > 0 ? found.Select(name => InFolder(searched, name)) : throw Unknown(pattern, searched, wanted);
        }

        if (pattern.Contains('/') || pattern.Contains('\\') || pattern.EndsWith(Extension, StringComparison.Ordinal))
            return File.Exists(pattern) ? [pattern] : throw Missing(pattern);

        return Names(folder).Contains(pattern) ? [InFolder(folder, pattern)] : throw Unknown(pattern, folder, pattern);
    }

    private static string InFolder(string folder, string name) => Path.Combine(folder, $"{name}{Extension}");

    private static List<string> Names(string folder) => !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateFiles(folder, $"*{Extension}").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    private static UserErrorException Unknown(string got, string folder, string name)
    {
        var names = Names(folder);
        var known = names.Count == 0 ? $"there are none in {folder}" : $"{folder} has {string.Join(", ", names)}";
        var hint = NearestName.Hint(name, names);
        return new UserErrorException($"{got}: expected an experiment, got no such file; {known}{(hint.Length > 0 ? $"; {hint}" : "")}");
    }
}
