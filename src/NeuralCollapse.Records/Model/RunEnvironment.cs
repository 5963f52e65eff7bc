namespace NeuralCollapse.Records;

/// <summary>Where, when and with what a cell was trained: all of a record that another run does not repeat.</summary>
public sealed record RunEnvironment
{
    /// <summary>Name of the machine on which the training began.</summary>
    public required string Host { get; init; }

    public required string OperatingSystem { get; init; }

    /// <summary>Model of its processor.</summary>
    public required string Processor { get; init; }

    /// <summary>What it was trained on: <c>cpu</c>, or an accelerator with its model, such as <c>cuda:0 (NVIDIA H200)</c>.</summary>
    public required string Device { get; init; }

    /// <summary>Version by component, such as .NET, the SDK that compiled the program, TorchSharp, libtorch.</summary>
    public required IReadOnlyDictionary<string, string> Versions { get; init; }

    /// <summary>Commit of the program that trained, when the training began; null when it is unknown.</summary>
    public required string? Commit { get; init; }

    /// <summary>Whether the program's sources differed from the commit; null when that is unknown.</summary>
    public required bool? Dirty { get; init; }

    /// <summary>SHA-256 of the images and labels that it was trained on and measured with; null where there are none, and in records from before this was kept.</summary>
    public string? Data { get; init; }

    /// <summary>Threads inside an operation.</summary>
    public required int Threads { get; init; }

    public required DateTimeOffset Started { get; init; }

    /// <summary>What the experiment stated of its results when the training began; null where it stated nothing.</summary>
    public Statement? Stated { get; init; }

    /// <summary>Each time that the training went on from a checkpoint after an interruption.</summary>
    public IReadOnlyList<Resumption> Resumed { get; init; } = [];

    /// <summary>Time spent training, without measuring, in seconds.</summary>
    public required double TrainingSeconds { get; init; }

    /// <summary>From the start of the process to the end of the last measurement, in seconds.</summary>
    public required double TotalSeconds { get; init; }

    /// <summary>Largest resident memory of the process, in bytes.</summary>
    public required long PeakMemoryBytes { get; init; }

    /// <summary>When it was measured again, from weights that were kept; null where it was measured while training alone.</summary>
    public DateTimeOffset? MeasuredAgain { get; init; }

    /// <summary>Commit of the program that measured again; null where none did, or where it is unknown.</summary>
    public string? MeasuredAgainCommit { get; init; }
}

/// <summary>A training that went on from a checkpoint.</summary>
/// <param name="At">When.</param>
/// <param name="Commit">Of the program that went on; null where that is unknown.</param>
/// <param name="Host">Name of the machine on which it went on; null in records from before this was kept.</param>
/// <param name="Processor">Model of its processor; likewise.</param>
public sealed record Resumption(DateTimeOffset At, string? Commit, string? Host, string? Processor);

/// <summary>What an experiment stated of its results before a cell was trained: predictions, and how results are to be analysed.</summary>
/// <param name="Hash">Of all of it: see <see cref="Specs.StatedPredictions.Hash"/>.</param>
/// <param name="Commit">The last commit that changed the spec; null where it was not committed as it was, or that is unknown.</param>
/// <param name="CommittedAt">When that commit was made; null where there is none.</param>
public sealed record Statement(string Hash, string? Commit, DateTimeOffset? CommittedAt);
