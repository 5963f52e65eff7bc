using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;
using NeuralCollapse.Training;

namespace NeuralCollapse.Measuring;

/// <summary>
/// Keeps the state of a cell's training in two files, which take turns: a file that a crash has left damaged is the older state's successor,
/// never the only one. Whatever the state says is behind a checksum.
/// </summary>
public sealed class Checkpoints : ICheckpoints
{
    private const string Count = "count", State = "state"; // keys of the metadata, beside what a state must be of

    private static readonly JsonSerializerOptions Json = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        RespectRequiredConstructorParameters = true, // what another version of this program left may lack some
    };

    private readonly string folder;
    private readonly IReadOnlyDictionary<string, string> of;
    private readonly TimeSpan interval;
    private readonly CancellationToken stop;
    private readonly Action<string> note;
    private readonly Stopwatch sinceSaved = Stopwatch.StartNew();
    private int count; // states saved so far

    /// <summary>Reads the newest state that is whole and of this cell.</summary>
    /// <param name="folder">A folder of its own for the cell, which this process alone writes into.</param>
    /// <param name="canonicalJson">The cell.</param>
    /// <param name="numerics">Fingerprint of the numerics, without which the rest would have other digits than the beginning.</param>
    /// <param name="interval">Least time between two states.</param>
    /// <param name="note">Told of what a person should know: where the training goes on, what is damaged.</param>
    /// <param name="stop">Asks to save and end.</param>
    public Checkpoints(string folder, string canonicalJson, string numerics, TimeSpan interval, Action<string> note, CancellationToken stop)
    {
        (this.folder, this.interval, this.stop, this.note) = (folder, interval, stop, note);
        of = new Dictionary<string, string>
        {
            ["cell"] = CanonicalJson.Id(canonicalJson),
            ["measured"] = CanonicalJson.MeasuredHash(canonicalJson),
            ["numerics"] = numerics,
        };
        if (Directory.Exists(folder))
            AtomicFile.RemoveHalfWritten(folder);
        var read = Enumerable.Range(0, 2).Select(FileOf).Where(File.Exists).Select(Read).OfType<Kept>().ToList();
        if (read.MaxBy(kept => kept.Count) is not { } newest)
        {
            if (AreIn(folder))
                note("no checkpoint can be used: begins anew");
            return;
        }

        (count, SoFar, Latest) = (newest.Count, newest.SoFar, newest.State);
        var at = newest.State.Position;
        note(FormattableString.Invariant($"goes on from epoch {at.Epoch}, step {at.Step}"));
    }

    /// <inheritdoc/>
    public TrainingState? Latest { get; }

    /// <summary>What has become of the cell before the latest state, and is saved along with the next.</summary>
    public SoFar SoFar { get; } = new();

    /// <summary>Whether a folder has a state, whatever is in it.</summary>
    public static bool AreIn(string folder) => Enumerable.Range(0, 2).Any(at => File.Exists(FileIn(folder, at)));

    /// <summary>Removes the states of a cell that is recorded.</summary>
    public static void Remove(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var file in Enumerable.Range(0, 2).Select(at => FileIn(folder, at)))
            File.Delete(file);
    }

    /// <inheritdoc/>
    /// <exception cref="OperationCanceledException">The state is saved, and the training is to stop.</exception>
    public void Offer(Func<TrainingState> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (!stop.IsCancellationRequested && sinceSaved.Elapsed < interval)
            return;
        var now = state();
        Save(now);
        if (stop.IsCancellationRequested)
            note(FormattableString.Invariant($"its state is saved at epoch {now.Position.Epoch}, step {now.Position.Step}"));
        stop.ThrowIfCancellationRequested();
        sinceSaved.Restart();
    }

    private static string FileIn(string folder, int at) => Path.Combine(folder, FormattableString.Invariant($"checkpoint-{at}.safetensors"));

    private string FileOf(int at) => FileIn(folder, at);

    private void Save(TrainingState state)
    {
        count++;
        SafetensorsFile.Write(FileOf(count % 2), state.Arrays.Select(KeptArtifacts.Named), new Dictionary<string, string>(of)
        {
            [Count] = Numbers.Format(count),
            [State] = JsonSerializer.Serialize(
                new Described(state.Position, state.Passes, state.OptimizerSteps, [.. state.Arrays.Select(array => array.Name)], SoFar), Json),
        });
    }

    /// <summary>The state in a file; null where it is of no use, which is said.</summary>
    private Kept? Read(string file)
    {
        try
        {
            var arrays = SafetensorsFile.Read(file, out var metadata);
            foreach (var (key, expected) in of)
            {
                if (metadata.GetValueOrDefault(key) is var got && got != expected)
                    throw new UserErrorException($"{file}: expected a state of {key} {expected}, got {(got is null ? "none that says so" : $"one of {got}")}");
            }

            var described = JsonSerializer.Deserialize<Described>(metadata[State], Json)!;
            if (!described.Arrays.ToHashSet().SetEquals(arrays.Keys))
                throw new UserErrorException($"{file}: expected the {described.Arrays.Count} arrays that its state names, got others");
            return new(int.Parse(metadata[Count], System.Globalization.CultureInfo.InvariantCulture), described.SoFar, new(
                described.Position, described.Passes, described.OptimizerSteps, [.. arrays.Select(Array)]));
        }
        catch (Exception unusable) when (unusable is UserErrorException or JsonException or KeyNotFoundException) // the last two: of another version of this program
        {
            note($"{(unusable is UserErrorException ? "" : $"{file}: ")}{unusable.Message.Split('\n')[0]}: this checkpoint is not used");
            return null;
        }
    }

    /// <summary>Of double precision, whatever it was: a copy into a tensor brings it back to what it was.</summary>
    private static NetworkArray Array(KeyValuePair<string, NumericArray> kept) => new(
        kept.Key, kept.Value.Shape, kept.Value.IsWhole ? System.Array.ConvertAll(kept.Value.Values, value => (long)value) : kept.Value.Values);

    private sealed record Described(TrainingPosition Position, IReadOnlyList<TrainingPass> Passes, int OptimizerSteps, IReadOnlyList<string> Arrays, SoFar SoFar);

    private sealed record Kept(int Count, SoFar SoFar, TrainingState State);
}

/// <summary>What has become of a cell so far, beside the state of its training.</summary>
public sealed record SoFar
{
    /// <summary>Of the measured epochs, in their order.</summary>
    public List<Measurement> Measured { get; init; } = [];

    /// <summary>When the training went on after each interruption, and with which program.</summary>
    public List<Resumption> Resumed { get; init; } = [];

    /// <summary>When it began; null before it has.</summary>
    public DateTimeOffset? Started { get; set; }

    /// <summary>Name of the machine on which it began, and model of its processor; null before it has.</summary>
    public string? Host { get; set; }

    /// <inheritdoc cref="Host"/>
    public string? Processor { get; set; }

    /// <summary>Commit of the program that began it; null where that is unknown.</summary>
    public string? Commit { get; set; }

    /// <summary>Whether the sources of that program differed from the commit; null where that is unknown.</summary>
    public bool? Dirty { get; set; }

    /// <summary>What the experiment stated of its results when it began; null where it stated nothing.</summary>
    public Statement? Stated { get; set; }

    /// <summary>Content hash of the data set that it began with; null where it has none, and in states from before this was kept.</summary>
    public string? Data { get; set; }

    /// <summary>Time spent training, without measuring, in seconds.</summary>
    public double TrainingSeconds { get; set; }

    /// <summary>Time of the processes in all, in seconds.</summary>
    public double TotalSeconds { get; set; }
}
