using System.Diagnostics;
using System.Text.Json;

namespace NeuralCollapse.Runner.Tests;

/// <summary>A folder under version control with a project that is stamped as the executable is.</summary>
public sealed class Checkout : IDisposable
{
    public Checkout()
    {
        Directory.CreateDirectory(At("src", "NeuralCollapse.Runner"));
        File.Copy(RevisionTargets, At("src", "NeuralCollapse.Runner", "Revision.targets"));
        File.WriteAllText(Project, "<Project><Import Project=\"Revision.targets\" /></Project>");
        File.WriteAllText(At(".gitignore"), ".artifacts/\n");
        Git("init", "--quiet");
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("checkout-").FullName;

    public string Project => At("src", "NeuralCollapse.Runner", "NeuralCollapse.Runner.csproj");

    private static string RevisionTargets
    {
        get
        {
            var root = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(root!.FullName, "global.json")))
                root = root.Parent;
            return Path.Combine(root.FullName, "src", "NeuralCollapse.Runner", "Revision.targets");
        }
    }

    public string At(params string[] path) => Path.Combine([Folder, .. path]);

    /// <summary>Commits everything and gives the commit.</summary>
    public string Commit()
    {
        Git("add", "--all");
        Git("commit", "--quiet", "--allow-empty", "--message", "a commit");
        return Git("rev-parse", "HEAD");
    }

    /// <summary>What would be stamped if the project were built now, by key.</summary>
    public IReadOnlyDictionary<string, string> Stamp(IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet", ["msbuild", Project, "-target:StampRevision", "-getItem:AssemblyMetadata", "-nodeReuse:false"]) { RedirectStandardOutput = true };
        foreach (var leftover in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(leftover);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        using var build = Process.Start(start)!;
        var answer = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        Assert.True(build.ExitCode == 0, answer);
        return JsonDocument.Parse(answer).RootElement.GetProperty("Items").GetProperty("AssemblyMetadata").EnumerateArray()
            .ToDictionary(item => item.GetProperty("Identity").GetString()!, item => item.GetProperty("Value").GetString()!);
    }

    public string Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-c", "user.name=a", "-c", "user.email=a@example.org", .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
        })!;
        var answer = git.StandardOutput.ReadToEnd().Trim();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return answer;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
