using System.Diagnostics;

namespace NeuralCollapse.Runner.Tests;

/// <summary>
/// The real executable, run as a process in a folder of its own that looks like the repository: experiments/, results/, tests/Snapshots/.
/// </summary>
public sealed class Collapse : IDisposable
{
    public Collapse() => Directory.CreateDirectory(At("experiments"));

    public string Folder { get; } = Directory.CreateTempSubdirectory("collapse-").FullName;

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
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "collapse.dll"), .. arguments])
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

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
