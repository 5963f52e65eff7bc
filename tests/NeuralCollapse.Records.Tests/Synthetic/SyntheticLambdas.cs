using NeuralCollapse.Measures;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Synthetic;

/// <summary>
/// Made-up mixed samples. Cross-entropy and squared error end where they are predicted to, focal stays too far inside, and under the absolute
/// error one seed snaps to the vertex as predicted and the other does not. Without mixup there is no prediction.
/// </summary>
public static class SyntheticLambdas
{
    private const double Same = 5;

    public static IEnumerable<MixedPoint> At(CellSpec spec, int epoch) => Enumerable.Range(10, 11).Select(i => At(spec, epoch, i / 20.0));

    private static MixedPoint At(CellSpec spec, int epoch, double lambda)
    {
        var isMixed = ((NetworkCell)spec).Mixup is Mixup;
        var (predictedAlpha, predictedBeta) = isMixed ? Predicted(spec.Loss, lambda) : (double.NaN, double.NaN);
        var (alpha, beta) = isMixed ? Reached(spec.Loss, lambda, spec.Seed) : (lambda * lambda, (1 - lambda) * lambda * 0.8);
        var noise = (0.01 + Math.Exp(-epoch / 3.0)) * Noise.Bell(spec.Seed, (int)(1000 * lambda), epoch);
        var distance = Math.Abs(noise) + Math.Exp(-epoch / 6.0) + (0.3 * Math.Abs(alpha + beta - predictedAlpha - predictedBeta));
        return new()
        {
            Epoch = epoch,
            Lambda = lambda,
            Pairs = 200,
            Alpha = Same * (alpha + (noise / 2)),
            Beta = Same * (beta + (noise / 2)),
            Amplification = alpha + beta + noise,
            Thickness = 0.2 + (0.4 / (1 + epoch)) + (0.02 * noise),
            ChordDeviation = Math.Abs(alpha + beta - 1) / 2,
            PredictedAlpha = Same * predictedAlpha,
            PredictedBeta = Same * predictedBeta,
            PredictedAmplification = predictedAlpha + predictedBeta,
            Distance = distance,
        };
    }

    /// <summary>Coefficients in units of that of same-class samples; open for the absolute error at equal shares.</summary>
    private static (double Alpha, double Beta) Predicted(LossSpec loss, double lambda) => loss switch
    {
        CrossEntropyLoss => Bowed(lambda, 2.4 * lambda * (1 - lambda)),
        FocalLoss => Bowed(0.5 + ((lambda - 0.5) / 2), 2 * (1 - lambda)),
        MaeLoss => lambda > 0.5 ? (1, 0) : (double.NaN, double.NaN),
        _ => Bowed(lambda, 0),
    };

    private static (double Alpha, double Beta) Reached(LossSpec loss, double lambda, int seed) => loss switch
    {
        FocalLoss => Bowed(0.5 + ((lambda - 0.5) / 1.5), 1.2 * (1 - lambda)),
        MaeLoss => (1 - (0.5 * (1 - lambda)), 0.5 * (1 - lambda) * (seed % 2 == 0 ? 0.1 : 1.5)),
        _ => Predicted(loss, lambda),
    };

    private static (double Alpha, double Beta) Bowed(double share, double bow) => ((1 + bow) * share, (1 + bow) * (1 - share));
}
