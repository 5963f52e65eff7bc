using System.Text.RegularExpressions;

namespace Repository.Tests;

/// <summary>Finds and checks what documents and workflows say of the repository.</summary>
internal sealed partial class Claims(RepositoryNames names)
{
    private static readonly string[] Builds = ["./build.sh", "build.sh", "./build.ps1", "build.ps1"];

    private static readonly HashSet<string> Endings =
    [
        ".md", ".cs", ".csproj", ".slnx", ".props", ".targets", ".json", ".yaml", ".yml", ".cff", ".sh", ".ps1", ".py", ".txt", ".csv", ".svg",
        ".pdf", ".gz", ".npz", ".safetensors", ".lock",
    ];

    /// <summary>All that a document says is there.</summary>
    public IEnumerable<Claim> Of(MarkdownDocument document) =>
    [
        .. document.Links.Where(link => !link.Target.Contains("://", StringComparison.Ordinal))
            .Select(link => new Claim(document.Path, link.Line, link.Target, OfLink(document, link.Target))),
        .. document.Spans.SelectMany(span => OfCode(document.Path, span.Line, span.Text)),
        .. document.Spans.Where(span => IsPath(span.Text)).Select(span => new Claim(document.Path, span.Line, span.Text, OfPath(span.Text))),
        .. document.Paths.Select(path => new Claim(document.Path, path.Line, path.Path, OfPath(path.Path))),
        .. document.Code.SelectMany(code => OfCode(document.Path, code.Line, code.Text)),
        .. document.Variables.Select(variable => new Claim(
            document.Path, variable.Line, variable.Name, names.IsNamedBySources(variable.Name) ? "" : "no source reads such an environment variable")),
    ];

    /// <summary>All that a line of code says is there: options, and in a command of this repository its parts.</summary>
    public IEnumerable<Claim> OfCode(string document, int line, string code)
    {
        var words = Word().Matches(code).Select(m => m.Value.Replace("'", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal)).ToList();
        var settings = words.TakeWhile(word => Setting().IsMatch(word)).ToList();
        words.RemoveRange(0, settings.Count);
        Claim Claim(string text, string error) => new(document, line, text, error);
        if (words.Count == 0)
            return [];
        if (Builds.Contains(words[0]))
        {
            return
            [
                .. settings.Select(setting => Claim(setting, names.IsNamedBySources(setting.Split('=')[0]) ? "" : "no source reads this setting")),
                .. words.Skip(1).Where(IsOption).Select(word => Claim(word, OfOption(word, names.BuildOptions))),
            ];
        }

        if (words[0] == "collapse")
        {
            return
            [
                .. words.Skip(1).Take(1).Where(word => !IsOption(word)).Select(word => Claim(word, names.Commands.Contains(word) ? "" : "collapse has no such command")),
                .. words.Skip(1).Where(IsOption).Select(word => Claim(word, OfOption(word, names.CommandOptions))),
            ];
        }

        return words.TakeWhile(IsOption).Select(word => Claim(word, OfOption(word, names.BuildOptions.Union(names.CommandOptions).ToHashSet())));
    }

    private static bool IsOption(string word) => word.StartsWith("--", StringComparison.Ordinal);

    private string OfOption(string word, IReadOnlySet<string> known)
    {
        var (option, value) = word.Split('=', 2) is [var before, var after] ? (before, after) : (word, "");
        if (!known.Contains(option) && option != "--help" && !names.Keys.Contains(option[2..]))
            return "there is no such option";
        if (value.Length == 0 || Capitals().IsMatch(value))
            return "";
        return option switch
        {
            "--target" when !names.Targets.Contains(value) => "there is no such target",
            "--experiment" when !value.Contains('/', StringComparison.Ordinal) && !value.StartsWith('$') && !IsExperiment(value) => "there is no such experiment",
            _ => "",
        };
    }

    private bool IsExperiment(string glob) =>
        names.Experiments.Any(name => Regex.IsMatch(name, $"^{Regex.Escape(glob).Replace(@"\*", ".*", StringComparison.Ordinal)}$"));

    private static string OfLink(MarkdownDocument document, string target)
    {
        var (file, anchor) = target.Split('#', 2) is [var before, var after] ? (before, after) : (target, "");
        var path = file.Length == 0 ? document.Path : Path.GetRelativePath(RepositoryFiles.Root, Path.Combine(RepositoryFiles.Root, document.Folder, file));
        if (file.Length > 0 && !Path.Exists(Path.Combine(RepositoryFiles.Root, path)))
            return "there is no such file";
        var headings = file.Length == 0 ? document : path.EndsWith(".md", StringComparison.Ordinal) ? new(path, RepositoryFiles.Read(path)) : null;
        return anchor.Length == 0 || headings?.Anchors.Contains(anchor) == true ? "" : "it has no such heading";
    }

    /// <summary>What begins with a name in capitals is the reader's own, and what is in a folder that git ignores may be there or not.</summary>
    private bool IsPath(string text)
    {
        var (first, ending) = (text.Split('/')[0], Path.GetExtension(text));
        return PathShape().IsMatch(text) && (text.Contains('/', StringComparison.Ordinal) || (Endings.Contains(ending) && ending != text))
            && !names.Ignored.Contains(first) && (!Capitals().IsMatch(first) || ending == ".md");
    }

    private string OfPath(string text)
    {
        var path = Regex.Replace(text, @"^(\.\.?/)+", "").TrimEnd('/');
        return names.IsPath(path) || (!path.Contains('/', StringComparison.Ordinal) && names.IsNamedBySources(path)) ? "" : "there is no such file or folder";
    }

    [GeneratedRegex(@"(?:[^\s'""]|'[^']*'|""[^""]*"")+")]
    private static partial Regex Word();

    [GeneratedRegex(@"^[A-Za-z_]\w*=\S*$")]
    private static partial Regex Setting();

    /// <summary>What stands for something that the reader puts in its place, also before an ending or between bars.</summary>
    [GeneratedRegex(@"^[A-Z][A-Z-]*([.|].*)?$")]
    private static partial Regex Capitals();

    [GeneratedRegex(@"^(\.{1,2}/)*\.?[A-Za-z][\w.*+-]*(/[\w.*+-]+)*/?$")]
    private static partial Regex PathShape();
}
