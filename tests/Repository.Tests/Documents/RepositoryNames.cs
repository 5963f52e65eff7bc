using System.Text.RegularExpressions;
using NeuralCollapse.Specs;

namespace Repository.Tests;

/// <summary>What there is for a document to name, as the sources declare it.</summary>
internal sealed partial class RepositoryNames
{
    private readonly string sources = string.Join('\n', RepositoryFiles.All.Where(IsSource).Select(RepositoryFiles.Read));
    private readonly HashSet<string> paths =
        [.. RepositoryFiles.All.SelectMany(file => Enumerable.Range(0, file.Count(c => c == '/') + 1).Select(up => string.Join('/', file.Split('/')[..^up])))];

    private readonly Dictionary<string, bool> named = [];

    /// <summary>Targets of the build.</summary>
    public IReadOnlySet<string> Targets { get; } = Declared("build/Tasks/", TaskName());

    /// <summary>Options of the build, with their dashes.</summary>
    public IReadOnlySet<string> BuildOptions { get; } = Declared("build/CommandLine/Option.cs", BuildOption()).Select(name => $"--{name}").ToHashSet();

    /// <summary>Commands of the executable, also those within another.</summary>
    public IReadOnlySet<string> Commands { get; } = Declared("src/NeuralCollapse.Runner/", Command());

    /// <summary>Options of the executable, with their dashes.</summary>
    public IReadOnlySet<string> CommandOptions { get; } = Declared("src/NeuralCollapse.Runner/", CommandOption());

    /// <summary>Dotted keys of a spec: options of a new one.</summary>
    public IReadOnlySet<string> Keys { get; } = NewExperiment.Options.Where(option => option.Contains('.')).ToHashSet();

    /// <summary>Specs, without their ending.</summary>
    public IReadOnlySet<string> Experiments { get; } =
        RepositoryFiles.All.Where(file => file.StartsWith("experiments/", StringComparison.Ordinal)).Select(file => Path.GetFileNameWithoutExtension(file)).ToHashSet();

    /// <summary>Folders that git ignores: what is in them is there for some and not for others.</summary>
    public IReadOnlySet<string> Ignored { get; } =
        RepositoryFiles.Read(".gitignore").Split('\n').Where(line => line.EndsWith('/')).Select(line => line.TrimEnd('/')).ToHashSet();

    /// <summary>Whether some source has this as a word: a script, or in quotes a program.</summary>
    public bool IsNamedBySources(string word) =>
        named.TryGetValue(word, out var known) ? known : named[word] = Regex.IsMatch(sources, $@"(?<![\w.]){Regex.Escape(word)}(?!\w)");

    /// <summary>Whether this is a file or a folder, whole or the end of one's path; capitals between slashes stand for anything.</summary>
    public bool IsPath(string path)
    {
        if (paths.Contains(path))
            return true;
        var pattern = string.Join('/', path.Split('/').Select(part => Regex.Escape(Placeholder().Replace(part, "*")).Replace(@"\*", "[^/]*", StringComparison.Ordinal)));
        return paths.Any(known => Regex.IsMatch(known, $"(^|/){pattern}$"));
    }

    /// <summary>These tests are none: what they plant must not be found in them.</summary>
    private static bool IsSource(string file) => !file.StartsWith("tests/Repository.Tests/", StringComparison.Ordinal)
        && (Path.GetExtension(file) is ".cs" or ".sh" or ".ps1" or ".props" or ".targets" or ".py" or ".yml" || file.StartsWith(".ci/", StringComparison.Ordinal));

    private static HashSet<string> Declared(string where, Regex declaration) =>
        [.. RepositoryFiles.All.Where(file => file.StartsWith(where, StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(file => declaration.Matches(RepositoryFiles.Read(file))).Select(m => m.Groups[1].Value)];

    [GeneratedRegex(@"\[TaskName\(""(\w+)""\)\]")]
    private static partial Regex TaskName();

    [GeneratedRegex(@"new\(""([a-z-]+)"", "".*"", "".*""\)")]
    private static partial Regex BuildOption();

    [GeneratedRegex(@"(?:Command|new Command)\(\s*""([a-z]+)""")]
    private static partial Regex Command();

    [GeneratedRegex(@"""(--[a-z][a-z-]*)""")]
    private static partial Regex CommandOption();

    [GeneratedRegex(@"^[A-Z][A-Z-]*(?=\.|$)")]
    private static partial Regex Placeholder();
}
