using System.Diagnostics;
using System.Text.Json;
using NeuralCollapse.Specs;
using NeuralCollapse.Training;
using NeuralCollapse.Training.Tests;

namespace Bench;

/// <summary>What a child process says of the steps it has trained, in one line of JSON; peer.py says the same of PyTorch.</summary>
/// <param name="CpuSecondsPerStep">Of all threads of the process.</param>
/// <param name="SecondsPerStep">Wall time.</param>
/// <param name="BytesAt">Memory in use after the 100th and the last step.</param>
/// <param name="PeakBytes">Most memory in use at any time.</param>
internal sealed record StepFigures(double CpuSecondsPerStep, double SecondsPerStep, long[] BytesAt, long PeakBytes)
{
    /// <summary>Steps of the same data set: 50 batches, so that it takes no memory to speak of.</summary>
    private const int StepsInAnEpoch = 50;

    public string Write() => JsonSerializer.Serialize(this);

    public static StepFigures Read(string line) => JsonSerializer.Deserialize<StepFigures>(line)!;

    /// <summary>Trains, in this process; the first steps, in which memory is taken and code compiled, are not timed.</summary>
    public static StepFigures Of(Workload workload, int batch, int steps, Numerics numerics, Precision precision, ComputeDevice device)
    {
        var untimed = Math.Clamp(steps / 4, 1, StepsInAnEpoch / 5);
        var first = device.IsProcessor ? untimed : StepsInAnEpoch; // elsewhere a step ends when the loss is read
        var epochs = Math.Max(1, steps / StepsInAnEpoch);
        var images = batch * Math.Min(steps, StepsInAnEpoch);
        var (done, at100, cpu, wall) = (0, 0L, default(TimeSpan), new Stopwatch());
        foreach (var _ in Trainer.Train(workload.Cell(images, batch, epochs, numerics, precision), workload.Images(images), Step, device))
            continue;
        wall.Stop();
        cpu = Environment.CpuUsage.TotalTime - cpu;
        return new(cpu.TotalSeconds / (done - first), wall.Elapsed.TotalSeconds / (done - first), [at100, Environment.WorkingSet], Process.GetCurrentProcess().PeakWorkingSet64);

        void Step(Progress progress)
        {
            done = ((progress.Epoch - 1) * progress.Steps) + progress.Step;
            if (done == first)
                (cpu, wall) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
            if (done == 100)
                at100 = Environment.WorkingSet;
        }
    }

    /// <summary>The loss of formula weights on formula images, in evaluation mode: the same for the same network.</summary>
    public static double Loss(Workload workload, ComputeDevice device)
    {
        const int images = 20;
        var cell = workload.Cell(images, images, 1, Numerics.Native);
        var data = workload.Images(images);
        LibTorch.Load();
        using var network = Network.Build(cell.Model, data.Train.Shape, data.Classes, seed: 0);
        NetworkArray[] arrays = [.. network.Arrays().Select(Filled)];
        return Trainer.Replay(cell with { Mixup = new NoMixup() }, data, [new(1, 0, arrays, "formula")], device).Select(epoch => epoch.OnTrain().Loss).Single();
    }

    /// <summary>Counts of batches stay as they are.</summary>
    private static NetworkArray Filled(NetworkArray array)
    {
        var isCount = array.Values is long[];
        return isCount ? array : new(array.Name, array.Shape, Formula.Parameter(array.Name, array.Shape));
    }
}
