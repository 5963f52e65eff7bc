using System.Diagnostics;
using System.Security.Cryptography;

namespace Chaos;

/// <summary>Where an experiment of two cells is run: with AdamW and with SGD, both with all that has a state of its own.</summary>
/// <param name="root">The repository.</param>
/// <param name="temporary">A folder for everything else.</param>
internal sealed class Place(string root, string temporary)
{
    private const string Spec = """
        name: chaos
        title: Cells long enough to be interrupted
        data: { kind: glyphs, train: 300, test: 20, augment: crop }
        model: { kind: wide-resnet, depth: 10, width: 1 }
        loss: { kind: cross-entropy }
        mixup: { kind: mixup, alpha: 1, per: sample }
        training:
          epochs: 4
          batch-size: 20
          optimizer: { kind: adamw, learning-rate: 0.01, weight-decay: 0.05, clip: 5 }
          schedule: { kind: cosine, warm-up: 1 }
        measure: { epochs: [0, 2, 4], mixed-pairs: 20 }
        matrix:
          training.optimizer:
            - { kind: adamw, learning-rate: 0.01, weight-decay: 0.05, clip: 5 }
            - { kind: sgd, learning-rate: 0.05, momentum: 0.9, nesterov: true, clip: 5 }
        seeds: [0]

        """;

    private int folders;
    private Dictionary<string, string>? undisturbed;

    public const int Cells = 2;

    /// <summary>The results of the run at hand.</summary>
    public string Results { get; private set; } = "";

    /// <summary>Its weights and checkpoints.</summary>
    public string Runs { get; private set; } = "";

    /// <summary>Everything begins anew, in new folders.</summary>
    public void BeginAnew()
    {
        var folder = Directory.CreateDirectory(Path.Combine(temporary, $"{folders++}")).FullName;
        (Results, Runs) = (Path.Combine(folder, "results"), Path.Combine(folder, "runs"));
        Directory.CreateDirectory(Path.Combine(Results, "chaos", "cells"));
        Directory.CreateDirectory(Runs);
    }

    /// <summary>Starts Reproduce as a user does; the script becomes the host, which starts the command, which starts a worker for each cell.</summary>
    public Process Start(params string[] more)
    {
        var spec = Path.Combine(temporary, "chaos.yaml");
        File.WriteAllText(spec, Spec);
        return Process.Start(new ProcessStartInfo(Path.Combine(root, "build.sh"),
            ["--target=Reproduce", $"--experiment={spec}", "--jobs=2", $"--results={Results}", $"--runs={Runs}", .. more])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }

    /// <summary>Runs once alone, before anything is disturbed, and remembers what came of it.</summary>
    /// <exception cref="InvalidOperationException">Even that run did not end well.</exception>
    public void RunUndisturbed()
    {
        BeginAnew();
        using var alone = Start();
        var errors = alone.StandardError.ReadToEndAsync();
        alone.StandardOutput.ReadToEnd();
        alone.WaitForExit();
        undisturbed = Hashes();
        if (alone.ExitCode != 0 || undisturbed.Count == 0)
            throw new InvalidOperationException($"an undisturbed run ended with {alone.ExitCode} and {undisturbed.Count} files: {errors.Result}");
    }

    /// <summary>The files of the results that are not byte for byte those of the undisturbed run, missing and additional ones among them.</summary>
    public IReadOnlyList<string> Differences()
    {
        var (expected, hashes) = (undisturbed ?? throw new InvalidOperationException("nothing has run undisturbed yet"), Hashes());
        return [.. expected.Keys.Union(hashes.Keys).Where(file => expected.GetValueOrDefault(file) != hashes.GetValueOrDefault(file))];
    }

    /// <summary>What only a process that was killed in the middle of it leaves: a checkpoint, or files of a cell that is not published.</summary>
    public IReadOnlyList<string> HalfWritten() => [.. new[] { Results, Runs }.SelectMany(folder => Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => !IsOfTheLock(file) && Path.GetRelativePath(folder, file).Split('/').Any(part => part.StartsWith('.'))))];

    /// <summary>What a run that has come to its end must not leave.</summary>
    public IReadOnlyList<string> LeftBehind() => [.. Hidden(), .. Directory.GetFiles(Runs, "checkpoint-*", SearchOption.AllDirectories)];

    /// <summary>Hashes by path of all results that are a function of the cells.</summary>
    private Dictionary<string, string> Hashes() => Directory.GetFiles(Results, "*", SearchOption.AllDirectories)
        .Where(file => Path.GetFileName(file) != "environment.json" && !IsOfTheLock(file))
        .ToDictionary(file => Path.GetRelativePath(Results, file), file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))));

    private IEnumerable<string> Hidden() => new[] { Results, Runs }
        .SelectMany(folder => Directory.GetFileSystemEntries(folder, ".*", SearchOption.AllDirectories))
        .Where(entry => !IsOfTheLock(entry));

    private static bool IsOfTheLock(string path) => Path.GetFileName(path).StartsWith(".lock", StringComparison.Ordinal);
}
