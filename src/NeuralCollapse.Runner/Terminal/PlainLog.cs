using System.Diagnostics;
using System.Globalization;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Runner;

/// <summary>Plain lines, for logs and pipes: one when a cell starts, one for each measured epoch, one when it ends.</summary>
internal sealed class PlainLog(TextWriter output, int cells) : IProgressView
{
    /// <summary>What is said when the running cells have been asked to end.</summary>
    public const string StopText = "stopping: the running cells save their state after the step or the measurement that they are in; another Ctrl-C ends them at once";

    private readonly Lock gate = new();
    private readonly Dictionary<string, Stopwatch> watches = [];
    private int done;

    public void Started(string experiment, Cell cell)
    {
        lock (gate)
        {
            watches[cell.Id] = Stopwatch.StartNew();
            Write($"start   {cell.Id} {experiment} {cell.Label}");
        }
    }

    public void Heard(Cell cell, WorkerMessage message)
    {
        if (message is Noted note)
        {
            lock (gate)
                Write($"note    {cell.Id} {note.Text}");
        }

        if (message is not EpochMeasured epoch)
            return;
        var accuracy = double.IsNaN(epoch.TestAccuracy) ? "" : FormattableString.Invariant($" test accuracy {epoch.TestAccuracy:P1}");
        var nc1 = double.IsNaN(epoch.Nc1) ? "" : FormattableString.Invariant($" nc1 {epoch.Nc1:G4}");
        lock (gate)
            Write($"epoch   {cell.Id} {epoch.Epoch}/{cell.Spec.MeasuredEpochs[^1]}{accuracy}{nc1}");
    }

    public void Stopping()
    {
        lock (gate)
            output.WriteLine(StopText);
    }

    public void Finished(string experiment, Cell cell)
    {
        lock (gate)
            Write($"done    {cell.Id} {experiment} {cell.Label} in {watches[cell.Id].Elapsed.TotalSeconds:F0} s ({++done} of {cells})");
    }

    public void Failed(string experiment, Cell cell, int exitCode, string errors)
    {
        lock (gate)
            Write($"failed  {cell.Id} {experiment} {cell.Label}: exit code {exitCode}\n{errors}");
    }

    private void Write(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
