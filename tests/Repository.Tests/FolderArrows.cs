using System.Text.RegularExpressions;

namespace Repository.Tests;

/// <summary>
/// No folder of a project needs one that needs it, directly or by others: each can be read after those it uses. A type is found by its
/// name, since all types of a project share a namespace; files beside the project file are of no folder.
/// </summary>
public sealed partial class FolderArrows
{
    public static TheoryData<string, int> Projects =>
        new() { { "Specs", 50 }, { "Training", 30 }, { "Measures", 40 }, { "Measuring", 5 }, { "Records", 30 }, { "Reports", 50 }, { "Runner", 20 } };

    [Theory]
    [MemberData(nameof(Projects))]
    public void NoFolderNeedsOneThatNeedsIt(string project, int fewestFiles)
    {
        var root = Path.Combine(RepositoryFiles.Root, "src", $"NeuralCollapse.{project}");
        var files = Directory.GetFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(path => (Folder: FolderOf(Path.GetRelativePath(root, path)), Code: Code(File.ReadAllText(path))))
            .Where(file => file.Folder != "obj").ToList();

        Assert.True(files.Count >= fewestFiles, $"{files.Count} files");
        Assert.Equal("", Circle(Arrows(files)));
    }

    [Theory]
    [InlineData("class A { B b; }", "class B { }", "class C { }", "")]
    [InlineData("class A { B b; }", "class B : A { }", "class C { }", "a -> b -> a")]
    [InlineData("class A { object b = new B(); }", "class B { int c = C.Count; }", "enum C { } delegate void D(A a);", "a -> b -> c -> a")]
    [InlineData("class A { B b; }", "class B { /* A */ string a = \"A(\"; } // A.Of", "class C { int B { get; } int Twice => 2 * B; }", "")]
    public void ACircleIsFound(string a, string b, string c, string circle) =>
        Assert.Equal(circle, Circle(Arrows([("a", Code(a)), ("b", Code(b)), ("c", Code(c))])));

    private static string FolderOf(string path) => path.Split('/', '\\') is [var folder, _, ..] ? folder : "";

    private static string Code(string text) => CommentsAndTexts().Replace(text, "");

    /// <summary>Which folders each folder needs.</summary>
    private static Dictionary<string, List<string>> Arrows(List<(string Folder, string Code)> files)
    {
        var inFolders = files.Where(file => file.Folder.Length > 0).ToList();
        var folders = inFolders
            .SelectMany(file => Declarations().Matches(file.Code).Select(match => (Type: match.Groups["name"].Value, file.Folder)))
            .ToLookup(type => type.Type, type => type.Folder);
        return inFolders.GroupBy(file => file.Folder).ToDictionary(folder => folder.Key, folder => folder
            .SelectMany(file => Names(file.Code)).SelectMany(name => folders[name])
            .Where(other => other != folder.Key).Distinct().Order(StringComparer.Ordinal).ToList());
    }

    /// <summary>Names that stand where a type does and that no member of the file has.</summary>
    private static IEnumerable<string> Names(string code) =>
        TypePlaces().Matches(code).Select(match => match.Value).Except(Members().Matches(code).Select(match => match.Groups["name"].Value));

    /// <summary>A way from a folder back to it, empty when there is none.</summary>
    private static string Circle(Dictionary<string, List<string>> arrows)
    {
        string First(IEnumerable<string> circles) => circles.FirstOrDefault(circle => circle.Length > 0, "");
        string Back(string start, List<string> way) => First(arrows[way[^1]].Where(next => next == start || !way.Contains(next))
            .Select(next => next == start ? string.Join(" -> ", way.Append(start)) : Back(start, [.. way, next])));
        return First(arrows.Keys.Order(StringComparer.Ordinal).Select(folder => Back(folder, [folder])));
    }

    [GeneratedRegex(@"/\*[\s\S]*?\*/|//[^\n]*|""""""[\s\S]*?""""""|(?<!\$)""(\\.|[^""\\\n])*""")]
    private static partial Regex CommentsAndTexts();

    [GeneratedRegex(@"\b((class|struct|interface|enum|record)|delegate [\w<>\[\](),. ?]+?) (?<name>[A-Z]\w*)")]
    private static partial Regex Declarations();

    [GeneratedRegex(@"(?<![.\w])[A-Z]\w*(?=[.<(?\[>)]| [\w@{])")]
    private static partial Regex TypePlaces();

    [GeneratedRegex(@"(?<!\b(new|return|is|not|as|throw|case|class|struct|interface|enum|record))[\w>\]?)] (?<name>[A-Z]\w*) ?(\{ ?get|=>|;|= )")]
    private static partial Regex Members();
}
