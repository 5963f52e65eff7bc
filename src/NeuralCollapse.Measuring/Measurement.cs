using NeuralCollapse.Measures;
using NeuralCollapse.Records;

namespace NeuralCollapse.Measuring;

/// <summary>All that is recorded of a cell after one epoch.</summary>
public sealed record Measurement
{
    /// <summary>Metrics that apply, in the order of their table.</summary>
    public required MetricRow Row { get; init; }

    /// <summary>Mixed samples by rising lambda; empty where none were asked for.</summary>
    public IReadOnlyList<MixedPoint> Lambdas { get; init; } = [];

    /// <summary>Every layer of the network in its order; empty where they were not asked for.</summary>
    public IReadOnlyList<LayerPoint> Layers { get; init; } = [];

    /// <summary>Test predictions by confidence; empty where there is no test set.</summary>
    public IReadOnlyList<ReliabilityBin> Reliability { get; init; } = [];

    /// <summary>Null where none was asked for.</summary>
    public Projection? Projection { get; init; }

    /// <summary>Every epoch of training so far; empty for what is measured again, and for the unconstrained features model.</summary>
    public IReadOnlyList<CurvePoint> Curve { get; init; } = [];

    /// <summary>What the metrics of a table say of something measured.</summary>
    public static Measurement Of(int epoch, IEnumerable<Metric> table, Measured measured) => new()
    {
        Row = new()
        {
            Epoch = epoch,
            Metrics = [.. table.Select(metric => (metric.Name, Value: metric.Value(measured))).Where(m => m.Value is not null)
                .Select(m => KeyValuePair.Create(m.Name, m.Value!.Value))],
        },
        Lambdas = measured.Mixed?.Points ?? [],
        Reliability = measured.Test?.Reliability ?? [],
    };
}
