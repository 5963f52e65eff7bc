using System.Diagnostics;
using System.Globalization;
using NeuralCollapse.Specs;
using Spectre.Console;
using Spectre.Console.Rendering;
using Progress = NeuralCollapse.Training.Progress;

namespace NeuralCollapse.Runner;

/// <summary>A table that redraws itself: a row for each running cell, and the count of those done.</summary>
internal sealed class LiveTable(int cells) : IProgressView
{
    private const int BarWidth = 20;

    private readonly Lock gate = new();
    private readonly Dictionary<string, RunningCell> running = [];
    private readonly List<string> failures = [];
    private readonly List<string> notes = [];
    private int done;
    private bool isStopping;

    /// <summary>Shows the table for as long as the work takes.</summary>
    public async Task<T> During<T>(Task<T> work)
    {
        await AnsiConsole.Live(Draw()).AutoClear(true).StartAsync(async live =>
        {
            while (await Task.WhenAny(work, Task.Delay(200)) != work)
                live.UpdateTarget(Draw());
        });
        foreach (var note in notes)
            System.Console.WriteLine(note);
        foreach (var failure in failures)
            System.Console.Error.WriteLine(failure);
        return await work;
    }

    public void Started(string experiment, Cell cell) => Update(() => running[cell.Id] = new(experiment, cell));

    public void Heard(Cell cell, WorkerMessage message) => Update(() =>
    {
        running[cell.Id].Hear(message);
        if (message is Noted note)
            notes.Add($"{running[cell.Id].Name}: {note.Text}");
    });

    public void Stopping() => Update(() => isStopping = true);

    public void Finished(string experiment, Cell cell) => Update(() =>
    {
        running.Remove(cell.Id);
        done++;
    });

    public void Failed(string experiment, Cell cell, int exitCode, string errors) => Update(() =>
    {
        running.Remove(cell.Id);
        failures.Add($"{experiment} {cell.Label} ({cell.Id}) failed with exit code {exitCode}:\n{errors}");
    });

    private void Update(Action change)
    {
        lock (gate)
            change();
    }

    private IRenderable Draw()
    {
        lock (gate)
        {
            var table = new Table().Border(TableBorder.Simple).Expand();
            foreach (var heading in (string[])["cell", "progress", "epoch", "loss", "accuracy", "NC1", "left"])
                table.AddColumn(new TableColumn(heading) { NoWrap = heading != "cell" });
            foreach (var cell in running.Values)
                table.AddRow(Row(cell));
            table.Caption($"{done} of {cells} cells done{(failures.Count > 0 ? $", {failures.Count} failed" : "")}{(isStopping ? $"\n{PlainLog.StopText}" : "")}");
            return table;
        }
    }

    private static string[] Row(RunningCell cell) =>
    [
        Markup.Escape(cell.Name),
        Bar(cell.Fraction),
        $"{cell.Step.Epoch}/{cell.Step.Epochs}",
        cell.Step.Loss.ToString("F4", CultureInfo.InvariantCulture),
        Number(cell.Measured?.TestAccuracy, "P1"),
        Number(cell.Measured?.Nc1, "G3"),
        cell.Left?.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture) ?? "",
    ];

    private static string Number(double? value, string format) =>
        value is { } number && !double.IsNaN(number) ? number.ToString(format, CultureInfo.InvariantCulture) : "";

    private static string Bar(double fraction)
    {
        var full = (int)(fraction * BarWidth);
        return $"[green]{new string('━', full)}[/][grey]{new string('━', BarWidth - full)}[/]";
    }
}

/// <summary>What is known of a cell while it runs, for the live table.</summary>
internal sealed class RunningCell(string experiment, Cell cell)
{
    private readonly Stopwatch watch = Stopwatch.StartNew();

    public string Name { get; } = Visible.Text($"{experiment} {cell.Label}");

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
