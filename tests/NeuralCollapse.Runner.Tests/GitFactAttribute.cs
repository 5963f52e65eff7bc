using System.Diagnostics;

namespace NeuralCollapse.Runner.Tests;

/// <summary>A test that needs git, and says so where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GitFactAttribute : FactAttribute
{
    public GitFactAttribute()
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["--version"]) { RedirectStandardOutput = true })!;
            git.WaitForExit();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Skip = "needs git on the path";
        }
    }
}
