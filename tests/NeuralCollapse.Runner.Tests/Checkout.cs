using System.Diagnostics;

namespace NeuralCollapse.Runner.Tests;

/// <summary>A folder under version control, in which the sources of the executable seem to lie, with a place for the executable below it.</summary>
public sealed class Checkout : IDisposable
{
    public Checkout()
    {
        Directory.CreateDirectory(At("src", "NeuralCollapse.Runner"));
        Directory.CreateDirectory(Program);
        File.WriteAllText(At("src", "NeuralCollapse.Runner", "NeuralCollapse.Runner.csproj"), "<Project />");
        File.WriteAllText(At(".gitignore"), ".artifacts/\n");
        Git("init", "--quiet");
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("checkout-").FullName;

    public string Program => At(".artifacts", "bin", "NeuralCollapse.Runner", "release");

    public string At(params string[] path) => Path.Combine([Folder, .. path]);

    /// <summary>Commits everything and gives the commit.</summary>
    public string Commit()
    {
        Git("add", "--all");
        Git("commit", "--quiet", "--allow-empty", "--message", "a commit");
        return Git("rev-parse", "HEAD");
    }

    /// <summary>Puts the executable of these tests into its place.</summary>
    public Checkout WithProgram()
    {
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory))
            File.Copy(file, Path.Combine(Program, Path.GetFileName(file)));
        Directory.CreateSymbolicLink(Path.Combine(Program, "runtimes"), Path.Combine(AppContext.BaseDirectory, "runtimes"));
        return this;
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
