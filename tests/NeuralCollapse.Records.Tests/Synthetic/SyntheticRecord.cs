using NeuralCollapse.Measures;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Synthetic;

/// <summary>What a made-up training leaves.</summary>
public static class SyntheticRecord
{
    public const string Numerics = "5d41402abc4b";

    private static readonly DateTimeOffset Noon = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    public static CellRecord Of(Cell cell) => new()
    {
        Id = cell.Id,
        Label = cell.Label,
        CanonicalJson = cell.CanonicalJson,
        Numerics = Numerics,
        Epochs = [.. SyntheticExperiment.Epochs.Select(e => SyntheticMetrics.At(cell.Spec, e))],
        Reliability = [.. Enumerable.Range(0, 15).Select(bin => Bin(cell.Spec, bin))],
        Projections = [.. SyntheticExperiment.Epochs.Select(e => SyntheticProjection.At(cell.Spec, e))],
        Lambdas = [.. SyntheticExperiment.Epochs.SelectMany(e => SyntheticLambdas.At(cell.Spec, e))],
        Environment = Environment(cell.Spec.Seed),
    };

    /// <summary>
    /// What a made-up optimisation of the UFM leaves: one epoch, without images, and so without predictions or projections.
    /// </summary>
    public static CellRecord Ufm(Cell cell) => Of(cell) with
    {
        Epochs = [SyntheticMetrics.Ufm(SyntheticExperiment.Epochs[^1])],
        Reliability = [],
        Projections = [],
        Lambdas = [.. SyntheticLambdas.At(cell.Spec, SyntheticExperiment.Epochs[^1])],
    };

    public static RunEnvironment Environment(int seed) => new()
    {
        Host = "laboratory",
        OperatingSystem = "Debian GNU/Linux 13",
        Processor = "Example Processor 3000",
        Device = "cuda:1 (Example GPU 4000)",
        Versions = new Dictionary<string, string> { [".NET"] = "10.0.1", ["TorchSharp"] = "0.107.0", ["libtorch"] = "2.10.0" },
        Commit = "0123456789abcdef0123456789abcdef01234567",
        Dirty = false,
        Threads = 1,
        Started = Noon.AddMinutes(seed),
        Resumed = [new(Noon.AddMinutes(60 + seed), "76543210fedcba9876543210fedcba9876543210", "workshop", "Example Processor 2000"), new(Noon.AddMinutes(120 + seed), null, null, null)],
        TrainingSeconds = 31.5 + seed,
        TotalSeconds = 36.25 + seed,
        PeakMemoryBytes = 312_000_000 + (1_000_000 * seed),
    };

    private static ReliabilityBin Bin(CellSpec spec, int bin)
    {
        var confidence = (bin + 0.5) / 15;
        var count = bin < 3 ? 0 : bin * bin;
        return new()
        {
            Lower = bin / 15.0,
            Upper = (bin + 1) / 15.0,
            Count = count,
            MeanConfidence = count == 0 ? double.NaN : confidence,
            Accuracy = count == 0 ? double.NaN : Math.Clamp(confidence + (((NetworkCell)spec).Mixup is Mixup ? 0.1 : -0.1), 0, 1),
        };
    }
}
