using System.Globalization;
using NeuralCollapse.Measures;
using NeuralCollapse.Records;
using NeuralCollapse.Training;

namespace NeuralCollapse.Runner;

/// <summary>What a worker tells on its standard output, one line each.</summary>
internal abstract record WorkerMessage
{
    /// <summary>Reads a line; null for one that is no message.</summary>
    public static WorkerMessage? Read(string line) => line.Split(' ') switch
    {
        ["step", var epoch, var epochs, var step, var steps, var loss] => new StepDone(new(Whole(epoch), Whole(epochs), Whole(step), Whole(steps), Real(loss))),
        ["measured", var epoch, var accuracy, var nc1] => new EpochMeasured(Whole(epoch), Real(accuracy), Real(nc1)),
        ["note", ..] => new Noted(line["note ".Length..]),
        ["written", .. var files] => new CellWritten(files),
        _ => null,
    };

    /// <summary>The line that <see cref="Read"/> reads.</summary>
    public abstract string Line { get; }

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static double Real(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>A training step is done.</summary>
internal sealed record StepDone(Progress Progress) : WorkerMessage
{
    public override string Line =>
        FormattableString.Invariant($"step {Progress.Epoch} {Progress.Epochs} {Progress.Step} {Progress.Steps} {Progress.Loss:R}");
}

/// <summary>An epoch has been measured; NaN stands for what the cell has not.</summary>
internal sealed record EpochMeasured(int Epoch, double TestAccuracy, double Nc1) : WorkerMessage
{
    public static EpochMeasured Of(MetricRow row) =>
        new(row.Epoch, row.Find(Accuracy.OnTest.Name) ?? double.NaN, row.Find(WithinClassVariability.OnTrain.Name) ?? double.NaN);

    public override string Line => FormattableString.Invariant($"measured {Epoch} {TestAccuracy:R} {Nc1:R}");
}

/// <summary>The files of the cell are written: their paths inside its directory, none of which has a space.</summary>
internal sealed record CellWritten(IReadOnlyList<string> Files) : WorkerMessage
{
    public override string Line => $"written {string.Join(' ', Files)}";
}

/// <summary>Something that a person should know of the cell, in one line.</summary>
internal sealed record Noted(string Text) : WorkerMessage
{
    public override string Line => $"note {Text}";
}
