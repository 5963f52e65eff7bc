using System.Diagnostics;

namespace NeuralCollapse.Runner.Tests;

/// <summary>The real build host, which starts the real executable, which starts its workers.</summary>
public sealed class EndingWithTheBuild : IDisposable
{
    private readonly Collapse collapse = new Collapse().With("long", Collapse.LongSpec);

    public EndingWithTheBuild()
    {
        // Compiled before: to the host, this folder is a repository whose executable is the one of these tests.
        Directory.CreateDirectory(collapse.At("build"));
        Directory.CreateDirectory(collapse.At("src", "NeuralCollapse.Runner"));
        File.WriteAllText(
            collapse.At("src", "NeuralCollapse.Runner", "NeuralCollapse.Runner.csproj"),
            "<Project DefaultTargets=\"Build\"><Target Name=\"Restore\" /><Target Name=\"Build\" /></Project>");
        Directory.CreateDirectory(collapse.At(".artifacts", "bin", "NeuralCollapse.Runner"));
        Directory.CreateSymbolicLink(collapse.At(".artifacts", "bin", "NeuralCollapse.Runner", "release"), AppContext.BaseDirectory);
    }

    public void Dispose() => collapse.Dispose();

    [Theory]
    [InlineData("KILL")]
    [InlineData("TERM")]
    public void NothingThatTheBuildHasStartedOutlivesIt(string signal)
    {
        using var host = Start();
        Collapse.WaitForEpoch(host);
        Assert.Equal(3, collapse.Processes().Count); // the host, the command and its worker

        Process.Start("kill", [$"-{signal}", $"{host.Id}"]).WaitForExit();
        host.WaitForExit();

        Assert.True(SpinWait.SpinUntil(() => collapse.Processes().Count == 0, TimeSpan.FromMinutes(1)));
        Assert.Equal(signal == "TERM", Directory.GetFiles(collapse.At(".runs"), "checkpoint-*", SearchOption.AllDirectories).Length > 0);
    }

    [Fact]
    public async Task WhatIsStartedByHandDoesNotMindAnInputThatIsAtItsEnd()
    {
        collapse.WithTiny();

        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", $"exec dotnet '{Path.Combine(collapse.Program, "collapse.dll")}' run --experiment=tiny < /dev/null"])
        {
            WorkingDirectory = collapse.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 0, await errors);
    }

    private Process Start()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Build.dll"), "--target=Reproduce", "--experiment=long", "--jobs=1"])
        {
            WorkingDirectory = collapse.At("build"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // A test run has itself been started by MSBuild, whose variables would mislead the one started here.
        foreach (var leftover in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(leftover);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        return Process.Start(start)!;
    }
}
