using NeuralCollapse.Records;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Synthetic;

/// <summary>Made-up mixed samples: bowed out of the chord under cross-entropy and focal, on it under the other losses.</summary>
public static class SyntheticLambdas
{
    private const double Same = 5;

    public static IEnumerable<LambdaRow> At(CellSpec spec, int epoch) => Enumerable.Range(10, 11).Select(i => At(spec, epoch, i / 20.0));

    private static LambdaRow At(CellSpec spec, int epoch, double lambda)
    {
        var bow = spec.Loss is CrossEntropyLoss or FocalLoss ? 2.4 * lambda * (1 - lambda) : 0;
        var noise = 0.05 * Noise.Bell(spec.Seed, (int)(1000 * lambda), epoch);
        var predicted = spec.Mixup is Mixup ? 1 + bow : double.NaN;
        return new()
        {
            Epoch = epoch,
            Lambda = lambda,
            Pairs = 200,
            Alpha = Same * (1 + bow + noise) * lambda,
            Beta = Same * (1 + bow + noise) * (1 - lambda),
            Amplification = 1 + bow + noise,
            Thickness = 0.2 + (0.4 / epoch),
            ChordDeviation = bow / 2,
            PredictedAlpha = Same * predicted * lambda,
            PredictedBeta = Same * predicted * (1 - lambda),
            PredictedAmplification = predicted,
            Distance = double.IsNaN(predicted) ? double.NaN : Math.Abs(noise),
        };
    }
}
