using NeuralCollapse.Records;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Synthetic;

/// <summary>Made-up measurements whose curves fall and rise as real ones do.</summary>
public static class SyntheticMetrics
{
    public static MetricRow At(CellSpec spec, int epoch)
    {
        var mixed = ((NetworkCell)spec).Mixup is Mixup;
        var slow = spec.Loss is MaeLoss ? 0.5 : 1;
        var progress = Math.Exp(-epoch * slow / 6);
        var stream = spec.Loss switch { CrossEntropyLoss => 1, FocalLoss => 2, ScaledMseLoss => 3, _ => 4 } + (mixed ? 4 : 0);
        var jitter = 1 + (0.08 * Noise.Bell(spec.Seed, stream, epoch));
        var floor = mixed ? 0.35 : 0.004;
        double Falling(double from, double to) => (to + ((from - to) * progress)) * jitter;
        double Rising(double from, double to) => to - ((to - from) * progress * jitter);
        return new()
        {
            Epoch = epoch,
            Metrics =
            [
                new("objective", Falling(2.3, mixed ? 0.6 : 0.01)),
                new("train-loss", Falling(2.2, mixed ? 0.2 : 0.005)),
                new("train-accuracy", Rising(0.3, mixed ? 0.99 : 0.9995)),
                new("train-ece", Falling(0.2, mixed ? 0.15 : 0.01)),
                new("test-loss", Falling(2.4, mixed ? 0.35 : 0.28)),
                new("test-accuracy", Rising(0.25, mixed ? 0.953 : 0.941)),
                new("test-ece", Falling(0.25, mixed ? 0.12 : 0.04)),
                new("test-adaptive-ece", Falling(0.24, mixed ? 0.11 : 0.035)),
                new("test-confidence-gap", mixed ? -Falling(0.2, 0.11) : Falling(0.2, 0.03)),
                new("test-nll", Falling(2.3, mixed ? 0.33 : 0.25)),
                new("test-brier", Falling(0.9, mixed ? 0.12 : 0.09)),
                new("validation-loss", Falling(2.4, mixed ? 0.34 : 0.27)),
                new("validation-accuracy", Rising(0.26, mixed ? 0.955 : 0.943)),
                new("temperature", mixed ? Falling(1.2, 0.6) : Rising(0.8, 1.7)),
                new("test-ece-scaled", Falling(0.05, 0.012)),
                new("nc1", Falling(9, floor)),
                new("nc1-quotient", Falling(5, floor / 2)),
                new("cdnv", Falling(3, floor / 3)),
                new("nc2-equinorm-means", Falling(0.4, 0.05)),
                new("nc2-equiangular-means", Falling(0.3, 0.04)),
                new("nc2-equinorm-weights", Falling(0.3, 0.06)),
                new("nc2-equiangular-weights", Falling(0.25, 0.05)),
                new("nc2-etf-means", Falling(0.8, 0.1)),
                new("nc2-etf-weights", Falling(0.9, 0.12)),
                new("nc2-etf-weights-centred", Falling(0.85, 0.11)),
                new("gnc2-log-mean", -Rising(0.2, 0.398)),
                new("gnc2-log-variance", Falling(0.05, 0.0007)),
                new("nc3-structure", Falling(1.1, 0.15)),
                new("nc3-structure-centred", Falling(1.05, 0.14)),
                new("nc3-distance-squared", Falling(1.3, 0.05)),
                new("nc4-agreement", Rising(0.4, 0.998)),
                new("feature-norm", Rising(3, 9)),
                new("mean-norm", Rising(2, 8)),
                new("weight-norm", Rising(0.6, 1.4)),
                new("global-mean-logits", Falling(2, 0.3)),
                new("test-nc1", Falling(10, (2 * floor) + 0.3)),
                new("test-nc4-agreement", Rising(0.38, 0.97)),
                new("test-nearest-centre-accuracy", Rising(0.3, 0.94)),
                new("mixed-nc1", Falling(8, 1.2 * floor)),
                new("alpha-same", Rising(1, 5)),
                new("mu", mixed ? Rising(20, 100) : double.NaN),
                new("amplification", Falling(1.1, 1.4)),
            ],
        };
    }

    /// <summary>All that is measured of the UFM.</summary>
    public static MetricRow Ufm(int epoch) => new()
    {
        Epoch = epoch,
        Metrics =
        [
            new("objective", 0.4812), new("mu", 100), new("alpha-same", 5.209), new("amplification", 1.557),
            new("alpha-error", 1.2e-7), new("beta-error", 3.4e-7), new("amplification-error", 5.6e-8),
        ],
    };
}
