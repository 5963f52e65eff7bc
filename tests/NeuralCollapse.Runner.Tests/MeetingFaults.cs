using System.Diagnostics;

namespace NeuralCollapse.Runner.Tests;

/// <summary>Faults of the system, produced for real: a full disk, no permission, few open files, a kill, hostile names.</summary>
public sealed class MeetingFaults : IDisposable
{
    private readonly Collapse collapse = new Collapse().With("brief", Collapse.BriefSpec);

    public void Dispose()
    {
        Process.Start("chmod", ["-R", "u+w", collapse.Folder]).WaitForExit();
        collapse.Dispose();
    }

    [RootFact(mounts: true)]
    public void ADiskThatIsFullIsNamedAndNothingHalfIsLeft()
    {
        Directory.CreateDirectory(collapse.At("small"));
        Process.Start("mount", ["-t", "tmpfs", "-o", "size=20k", "tmpfs", collapse.At("small")]).WaitForExit();
        try
        {
            var outcome = collapse.Run("run", "--experiment=brief", "--results=small/results");

            Assert.Equal(2, outcome.ExitCode);
            Assert.Contains(": expected room to write, got none\n  cause: No space left on device", outcome.Output + outcome.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", outcome.Output + outcome.Errors, StringComparison.Ordinal);
            Assert.Empty(Directory.Exists(collapse.At("small", "results", "brief", "cells")) ? Directory.GetFileSystemEntries(collapse.At("small", "results", "brief", "cells")) : []);
        }
        finally
        {
            Process.Start("umount", [collapse.At("small")]).WaitForExit();
        }
    }

    [RootFact(alsoAsNobody: true)]
    public void VerifySaysThatResultsDifferInACheckoutThatNobodyMayWrite()
    {
        Assert.Equal(0, collapse.Run("run", "--experiment=brief").ExitCode);
        collapse.Run("verify", "--experiment=brief");
        var received = collapse.At("tests", "Snapshots", "results", "brief.received.txt");
        File.WriteAllText(received.Replace("received", "verified", StringComparison.Ordinal), File.ReadAllText(received).Replace("test-accuracy 0", "test-accuracy 7", StringComparison.Ordinal));
        File.Delete(received);
        Process.Start("chmod", ["-R", "a-w,a+rX", collapse.Folder]).WaitForExit();

        var verify = Nobody("verify", "--experiment=brief");
        var run = Nobody("run", "--experiment=brief");

        Assert.Equal(3, verify.ExitCode);
        Assert.Contains("1 differ", verify.Output, StringComparison.Ordinal);
        Assert.Contains("expected permission to read or write it, got none", verify.Errors, StringComparison.Ordinal);
        run.AssertError("results/brief/.lock: expected permission to read or write it, got none");
    }

    [Fact]
    public void FewOpenFilesAreSaidToBeTooFew()
    {
        if (OperatingSystem.IsWindows())
            return;

        foreach (var command in (string[])["run", "plan", "report"])
            Shell("ulimit -n 64; exec \"$@\"", "dotnet", Path.Combine(collapse.Program, "collapse.dll"), command).AssertError("expected at least 256 files that a process may have open, got 64\n  remedy: ");
    }

    [Fact]
    public void TheTextOfOthersNeverCommandsTheTerminal()
    {
        const string red = "\u001b[31m";
        collapse.With("brief", Collapse.BriefSpec.Replace("kind: mlp", $"kind: \"{"\\e[31m\\u009b2J\\u202e"}\"", StringComparison.Ordinal));

        Outcome[] outcomes =
        [
            collapse.Run("plan", "--experiment=brief"), collapse.Run("plan", $"--experiment=./{red}.yaml"), collapse.Run("plan", $"--{red}=1"),
            collapse.Run("measure", $"{red}.npz"), collapse.Run("report", $"--results={red}"), collapse.Run("data", "verify", $"--dataset={red}"),
        ];

        Assert.All(outcomes, outcome =>
        {
            Assert.Equal(2, outcome.ExitCode);
            Assert.DoesNotContain(outcome.Output + outcome.Errors, letter => letter is not ('\n' or '\t') && (char.IsControl(letter) || letter == '\u202e'));
            Assert.Contains("\\u001B[31m", outcome.Errors, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void ALabelMayBeLongerThanAnArgumentMayBe()
    {
        var hidden = string.Join(", ", Enumerable.Repeat("8", 3));
        var epochs = string.Join(", ", Enumerable.Range(1, 9000).Select(i => $"{i}"));
        collapse.With("brief", $"{Collapse.BriefSpec.Replace("measure: { epochs: [1], ", "measure: { epochs: [0, 1], ", StringComparison.Ordinal)}\nmatrix: {{ model.hidden: [[{hidden}]], training.schedule: [{{ kind: multistep, milestones: [{epochs}], factor: 0.9 }}] }}"
            .Replace("  schedule: { kind: constant }\n", "", StringComparison.Ordinal).Replace("epochs: 1\n", "epochs: 10000\n", StringComparison.Ordinal).Replace("epochs: [0, 1]", "epochs: [0, 10000]", StringComparison.Ordinal));

        using var process = collapse.Start(new Dictionary<string, string>(), "run", "--experiment=brief");

        Collapse.WaitForEpoch(process);
        process.Kill(entireProcessTree: true);
    }

    [Fact]
    public void WhatACommandThatWasKilledLeftHalfWrittenIsRemovedByTheNext()
    {
        Assert.Equal(0, collapse.Run("run", "--experiment=brief").ExitCode);
        var litter = collapse.At("results", "brief", ".plan.json-99999.tmp");
        File.WriteAllText(litter, "half");

        Assert.Equal(0, collapse.Run("run", "--experiment=brief").ExitCode);

        Assert.False(File.Exists(litter));
    }

    private Outcome Nobody(params string[] arguments) =>
        Shell("exec setpriv --reuid=65534 --regid=65534 --clear-groups \"$@\"", ["dotnet", Path.Combine(collapse.Program, "collapse.dll"), .. arguments]);

    private Outcome Shell(string script, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", script, "bash", .. arguments])
        {
            WorkingDirectory = collapse.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, errors.Result);
    }
}

/// <summary>A test that needs the rights of root: a file system of its own, another user.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RootFactAttribute : FactAttribute
{
    /// <param name="mounts">Whether it mounts a file system, which a container may refuse even to root.</param>
    /// <param name="alsoAsNobody">Whether the program is run as a user without any rights, who must then be able to read it.</param>
    public RootFactAttribute(bool mounts = false, bool alsoAsNobody = false)
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
            Skip = "needs root on Linux";
        else if (mounts && !CanMount())
            Skip = "needs the right to mount a file system";
        else if (alsoAsNobody && !NobodyReads(AppContext.BaseDirectory))
            Skip = "needs a checkout that other users may read";
    }

    private static bool CanMount()
    {
        var folder = Directory.CreateTempSubdirectory("mount-").FullName;
        var can = Succeeds("mount", "-t", "tmpfs", "tmpfs", folder) && Succeeds("umount", folder);
        Directory.Delete(folder);
        return can;
    }

    private static bool NobodyReads(string folder) => Succeeds("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "test", "-r", folder);

    private static bool Succeeds(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
