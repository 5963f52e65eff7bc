using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Repository.Tests;

/// <summary>The workflows of continuous integration parse, bound what they may do, and call only what is there.</summary>
public sealed partial class Workflows
{
    private static readonly RepositoryNames Names = new();

    private static readonly string[] Paths = [.. RepositoryFiles.All.Where(file => file.StartsWith(".github/workflows/", StringComparison.Ordinal))];

    public static TheoryData<string> Files => [.. Paths];

    [Fact]
    public void ThereIsOneForEveryChangeAndOneForLongExperiments() =>
        Assert.Equal([".github/workflows/ci.yml", ".github/workflows/experiment.yml"], Paths);

    [Theory]
    [MemberData(nameof(Files))]
    public void AWorkflowIsSound(string file) => Assert.Empty(ErrorsOf(file, RepositoryFiles.Read(file)));

    [Fact]
    public void EveryChangeRunsWhatOneRunsByHandOnEverySystem()
    {
        var job = Assert.Single(Jobs(Read(RepositoryFiles.Read(".github/workflows/ci.yml")))).Value;

        var systems = ((YamlSequenceNode)job["strategy"]["matrix"]["include"]).Cast<YamlMappingNode>().Select(system => Text(system, "os").Split('-')[0]);
        Assert.Equal(["ubuntu", "windows", "macos"], systems);
        Assert.Contains(".ci/run", Steps(job).Select(step => Text(step, "run")));
    }

    /// <summary>Were its key another, packages of yesterday would be kept for ever.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void PackagesAreKeptUnderTheirLockFiles(string file)
    {
        var caches = Jobs(Read(RepositoryFiles.Read(file))).SelectMany(job => Steps(job.Value)).Where(step => Text(step, "uses").StartsWith("actions/cache@", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(caches);
        Assert.All(caches, step => Assert.Contains("'**/packages.lock.json'", Text((YamlMappingNode)step["with"], "key"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("    runs-on: ${{ matrix.os }}\n", "", "everything: no runs-on")]
    [InlineData("    timeout-minutes: 90\n", "", "everything: no timeout-minutes")]
    [InlineData("  contents: read\n", "  contents: write\n", "permissions: expected contents: read alone")]
    [InlineData("concurrency:\n", "concurrently:\n", "no concurrency")]
    [InlineData("actions/checkout@v6", "actions/checkout@main", "everything: actions/checkout@main: expected a major version or a commit")]
    [InlineData("        run: .ci/run\n", "        run: .ci/rum\n", "everything: .ci/rum: there is no such file")]
    [InlineData("        run: .ci/run\n", "        run: ./build.sh --target=Tset\n", "everything: --target=Tset: there is no such target")]
    [InlineData("        run: .ci/run\n", "        run: ./build.sh --taget=Test\n", "everything: --taget=Test: there is no such option")]
    [InlineData("        run: .ci/run\n", "", "everything: Test, reproduce, verify, report: expected either uses or run")]
    [InlineData("        run: .ci/run\n", "        run: .ci/run ${{ github.head_ref }}\n", "everything: .ci/run ${{ github.head_ref }}: an expression in a script; hand it over in env")]
    public void APlantedErrorIsFound(string before, string after, string error)
    {
        var text = RepositoryFiles.Read(".github/workflows/ci.yml");
        var at = text.IndexOf(before, StringComparison.Ordinal);
        Assert.InRange(at, 0, text.Length);

        Assert.Equal([error], ErrorsOf("ci.yml", text[..at] + after + text[(at + before.Length)..]));
    }

    private static IEnumerable<string> ErrorsOf(string file, string text)
    {
        var workflow = Read(text);
        foreach (var key in (string[])["name", "on", "concurrency", "jobs"])
        {
            if (!Has(workflow, key))
                yield return $"no {key}";
        }

        if (!Has(workflow, "permissions") || workflow["permissions"] is not YamlMappingNode { Children.Count: 1 } permissions || Text(permissions, "contents") != "read")
            yield return "permissions: expected contents: read alone";
        foreach (var (name, job) in Jobs(workflow))
        {
            foreach (var key in (string[])["runs-on", "timeout-minutes", "steps"])
            {
                if (!Has(job, key))
                    yield return $"{name}: no {key}";
            }

            foreach (var error in Steps(job).SelectMany(step => ErrorsOf(file, step)))
                yield return $"{name}: {error}";
        }
    }

    private static IEnumerable<string> ErrorsOf(string file, YamlMappingNode step)
    {
        var (uses, run) = (Text(step, "uses"), Text(step, "run"));
        if ((uses.Length > 0) == (run.Length > 0))
            return [$"{Text(step, "name")}: expected either uses or run"];
        if (uses.Length > 0)
            return Pinned().IsMatch(uses) ? [] : [$"{uses}: expected a major version or a commit"];
        if (run.Contains("${{", StringComparison.Ordinal))
            return [$"{run}: an expression in a script; hand it over in env"];
        return run.Split('\n').SelectMany(line => Scripts(line)
            .Concat(new Claims(Names).OfCode(file, 1, line).Where(claim => claim.Error.Length > 0).Select(claim => $"{claim.Text}: {claim.Error}")));
    }

    private static IEnumerable<string> Scripts(string line) => Script().Matches(line).Select(m => m.Groups[1].Value)
        .Where(script => !File.Exists(Path.Combine(RepositoryFiles.Root, script))).Select(script => $"{script}: there is no such file");

    private static YamlMappingNode Read(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return (YamlMappingNode)Assert.Single(stream.Documents).RootNode;
    }

    private static IEnumerable<KeyValuePair<string, YamlMappingNode>> Jobs(YamlMappingNode workflow) =>
        ((YamlMappingNode)workflow["jobs"]).Select(job => KeyValuePair.Create(job.Key.ToString(), (YamlMappingNode)job.Value));

    private static IEnumerable<YamlMappingNode> Steps(YamlMappingNode job) => Has(job, "steps") ? ((YamlSequenceNode)job["steps"]).Cast<YamlMappingNode>() : [];

    private static bool Has(YamlMappingNode node, string key) => node.Children.ContainsKey(key);

    private static string Text(YamlMappingNode node, string key) => Has(node, key) ? node[key].ToString() : "";

    [GeneratedRegex(@"^[\w-]+/[\w-]+@(v\d+|[0-9a-f]{40})$")]
    private static partial Regex Pinned();

    [GeneratedRegex(@"(?:^|\s)((?:\./|\.ci/)\S+)")]
    private static partial Regex Script();
}
