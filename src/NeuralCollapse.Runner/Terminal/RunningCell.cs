using System.Diagnostics;
using NeuralCollapse.Specs;
using NeuralCollapse.Training;

namespace NeuralCollapse.Runner;

/// <summary>What is known of a cell while it runs, for the live table.</summary>
internal sealed class RunningCell(string experiment, Cell cell)
{
    private readonly Stopwatch watch = Stopwatch.StartNew();

    public string Name { get; } = $"{experiment} {cell.Label}";

    public Progress Step { get; private set; }

    public EpochMeasured? Measured { get; private set; }

    public TimeSpan Elapsed => watch.Elapsed;

    /// <summary>Share of all steps done, 0 to 1.</summary>
    public double Fraction => Step.Epochs == 0 ? 0 : (Step.Epoch - 1 + ((double)Step.Step / Step.Steps)) / Step.Epochs;

    /// <summary>Time left at the present pace; null while there is none to judge by.</summary>
    public TimeSpan? Left => Fraction < 0.01 ? null : watch.Elapsed * ((1 - Fraction) / Fraction);

    public void Hear(WorkerMessage message)
    {
        if (message is StepDone step)
            Step = step.Progress;
        else if (message is EpochMeasured measured)
            Measured = measured;
    }
}
