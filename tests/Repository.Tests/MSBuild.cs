using System.Diagnostics;

namespace Repository.Tests;

/// <summary>Runs MSBuild in the root of the repository.</summary>
internal static class MSBuild
{
    /// <summary>Runs it quietly: what it prints are warnings and errors.</summary>
    /// <param name="arguments">What follows <c>dotnet msbuild</c>.</param>
    /// <param name="standIns">The environment variable that decides about stand-ins; null for none.</param>
    public static (int ExitCode, string Output) Run(string[] arguments, string? standIns = null)
    {
        var start = new ProcessStartInfo("dotnet", ["msbuild", .. arguments, "-nologo", "-verbosity:quiet"])
        {
            WorkingDirectory = RepositoryFiles.Root,
            RedirectStandardOutput = true,
        };

        // A test run has itself been started by MSBuild, whose variables would mislead the one started here.
        foreach (var leftover in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(leftover);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["StandIns"] = standIns;

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
