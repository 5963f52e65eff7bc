using System.Diagnostics;
using System.Globalization;
using NeuralCollapse.Runner;
using NeuralCollapse.Specs;

namespace Bench;

/// <summary>Processes that measure one side each: this program's own commands, peer.py, and the executable that users run.</summary>
internal sealed class Child(string root)
{
    private static readonly string Collapse = Path.Combine(AppContext.BaseDirectory, "collapse.dll");

    /// <summary>Where the three of Debian's packages are: python3-torch, python3-torchvision and libtcmalloc-minimal4.</summary>
    private const string Python = "/usr/bin/python3", Allocator = "/usr/lib/x86_64-linux-gnu/libtcmalloc_minimal.so.4";

    private string Peer => Path.Combine(root, "tests", "Bench", "peer.py");

    public static StepFigures Ours(string model, int steps, Numerics numerics, Precision precision = Precision.Float32) =>
        StepFigures.Read(Own(numerics, "steps", $"--model={model}", $"--steps={steps}", $"--numerics={numerics}", $"--precision={precision}"));

    public StepFigures Theirs(string model, int steps, bool withAllocator = false) =>
        StepFigures.Read(Output(Python, [Peer, "steps", $"--model={model}", $"--steps={steps}"], withAllocator ? [new("LD_PRELOAD", Allocator)] : []));

    /// <summary>The number that a command of this program prints.</summary>
    public static double Own(params string[] arguments) => double.Parse(Own(Numerics.Native, arguments), CultureInfo.InvariantCulture);

    /// <summary>The number that a command of peer.py prints.</summary>
    public double TheirNumber(params string[] arguments) => double.Parse(Output(Python, [Peer, .. arguments], []), CultureInfo.InvariantCulture);

    /// <summary>Wall seconds of a command of the executable.</summary>
    public static double Seconds(params string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        Output(Environment.ProcessPath!, [Collapse, .. arguments], []);
        return watch.Elapsed.TotalSeconds;
    }

    /// <summary>Wall seconds of trainings of the peer, one after the other.</summary>
    public double PeerSeconds(int trainings)
    {
        var watch = Stopwatch.StartNew();
        for (var seed = 0; seed < trainings; seed++)
            Output(Python, [Peer, "train", $"--seed={seed}"], []);
        return watch.Elapsed.TotalSeconds;
    }

    /// <summary>Wall seconds of the build's own script.</summary>
    public double BuildSeconds(params string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        Output(Path.Combine(root, "build.sh"), arguments, []);
        return watch.Elapsed.TotalSeconds;
    }

    /// <summary>CPU seconds that a worker has used when it reports the first step of a cell.</summary>
    public static double Start(string canonicalJson, string folder)
    {
        Directory.CreateDirectory(folder);
        var start = new ProcessStartInfo(Environment.ProcessPath!,
            [Collapse, "cell", "--device=cpu", $"--folder={folder}", $"--runs={folder}", $"--data={folder}", "--checkpoint-seconds=60"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in NumericsEnvironment.Of(Numerics.Portable, default))
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.WriteLine(canonicalJson);
        process.StandardInput.WriteLine("\"start\""); // the label
        process.StandardInput.Flush();
        while (WorkerMessage.Read(process.StandardOutput.ReadLine() ?? throw new UserErrorException("a worker: expected a first step, got its end")) is not StepDone)
            continue;
        var seconds = process.TotalProcessorTime.TotalSeconds;
        process.Kill();
        process.WaitForExit();
        return seconds;
    }

    private static string Own(Numerics numerics, params string[] arguments) => Output(
        Environment.ProcessPath!, [Path.Combine(AppContext.BaseDirectory, "bench.dll"), .. arguments], NumericsEnvironment.Of(numerics, default));

    private static string Output(string program, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        (start.Environment["OMP_NUM_THREADS"], start.Environment["OPENBLAS_NUM_THREADS"]) = ("1", "1");
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output.Trim() : throw new UserErrorException(
            $"{program} {string.Join(' ', arguments)}: expected it to end well, got exit code {process.ExitCode}\n{errors.Result.Trim()}");
    }
}
