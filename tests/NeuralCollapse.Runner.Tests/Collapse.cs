using System.Diagnostics;

namespace NeuralCollapse.Runner.Tests;

/// <summary>
/// The real executable, run as a process in a folder of its own that looks like the repository: experiments/, results/, tests/Snapshots/.
/// </summary>
public sealed class Collapse : IDisposable
{
    public Collapse() => Directory.CreateDirectory(At("experiments"));

    public string Folder { get; } = Directory.CreateTempSubdirectory("collapse-").FullName;

    /// <summary>Where the executable is: what these tests were compiled with, or a copy of it.</summary>
    public string Program { get; init; } = AppContext.BaseDirectory;

    public string At(params string[] path) => Path.Combine([Folder, .. path]);

    /// <summary>Writes a spec under experiments/; <c>tiny</c> trains two losses at two seeds in about a second each.</summary>
    public Collapse With(string name, string text)
    {
        File.WriteAllText(At("experiments", $"{name}.yaml"), text);
        return this;
    }

    public Collapse WithTiny() => With("tiny", TinySpec);

    public const string TinySpec = """
        name: tiny
        title: Two losses on few glyphs
        data: { kind: glyphs, train: 80, test: 40 }
        model: { kind: wide-resnet, depth: 10, width: 1 }
        mixup: { kind: mixup, alpha: 1 }
        training:
          epochs: 2
          batch-size: 20
          optimizer: { kind: sgd, learning-rate: 0.1, momentum: 0.9 }
          schedule: { kind: constant }
        measure: { epochs: [1, 2] }
        matrix:
          loss: [{ kind: cross-entropy }, { kind: scaled-mse, kappa: 1 }]
        seeds: [0, 1]
        """;

    /// <summary>An experiment of one cell, <c>brief</c>, that takes a second.</summary>
    public const string BriefSpec = """
        name: brief
        title: A second of training
        data: { kind: glyphs, train: 40, test: 20, validation: 20 }
        model: { kind: mlp, hidden: [8] }
        loss: { kind: cross-entropy }
        training:
          epochs: 1
          batch-size: 10
          optimizer: { kind: sgd, learning-rate: 0.1 }
          schedule: { kind: constant }
        measure: { epochs: [1], mixed-pairs: 5, projection-samples: 6 }
        seeds: [0]
        """;

    /// <summary>An experiment that is called <c>long</c> and takes longer than any test.</summary>
    public static string LongSpec => TinySpec.Replace("name: tiny", "name: long").Replace("epochs: 2", "epochs: 5000").Replace("[1, 2]", "[1, 5000]");

    /// <summary>Runs to the end.</summary>
    public Outcome Run(params string[] arguments) => Run(new Dictionary<string, string>(), arguments);

    /// <summary>Runs to the end with environment variables.</summary>
    public Outcome Run(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        using var process = Start(environment, arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, errors.Result);
    }

    public Process Start(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        // A shell starts what it puts into the background with interrupts ignored, and everything that such a test run starts inherits that.
        string[] command = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", "dotnet"] : ["dotnet"];
        var start = new ProcessStartInfo(command[0], [.. command[1..], Path.Combine(Program, "collapse.dll"), .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NO_COLOR"] = "1";
        start.Environment["COLUMNS"] = "200";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Ids of the processes that work in the folder of this test or below it.</summary>
    public IReadOnlyList<int> Processes()
    {
        var all = Directory.Exists("/proc") ? Directory.GetDirectories("/proc") : [];
        return [.. all.Select(p => int.TryParse(Path.GetFileName(p), out var id) ? id : 0).Where(id => id > 0 && WorksHere(id))];
    }

    private bool WorksHere(int process)
    {
        try
        {
            var folder = File.ResolveLinkTarget($"/proc/{process}/cwd", returnFinalTarget: false)?.FullName;
            return folder == Folder || folder?.StartsWith(Folder + "/", StringComparison.Ordinal) == true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Waits until a process that has been started says that an epoch was measured.</summary>
    public static void WaitForEpoch(Process process)
    {
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (line.StartsWith("epoch ", StringComparison.Ordinal))
                return;
        }

        Assert.Fail("no epoch was measured: " + process.StandardError.ReadToEnd());
    }

    /// <summary>Ends what a test that failed has left running, too: a training might go on for hours.</summary>
    public void Dispose()
    {
        if (Processes() is { Count: > 0 } left)
            Process.Start("kill", ["-KILL", .. left.Select(id => $"{id}")]).WaitForExit();
        Directory.Delete(Folder, recursive: true);
    }
}
