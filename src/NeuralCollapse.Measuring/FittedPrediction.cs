using NeuralCollapse.Measures;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Measuring;

/// <summary>Where theory puts the mixed samples of a network.</summary>
public static class FittedPrediction
{
    /// <summary>
    /// The prediction for a network whose same-class samples have a given alpha: none unless the cell mixes images and targets of different
    /// classes as the measured samples are mixed, and has three classes or more.
    /// </summary>
    /// <remarks>
    /// Theory assumes that the classifier is a simplex, as a fixed one is and a learned one becomes at collapse. A fixed one has no bias: the
    /// logits of every sample sum to zero, which a bias and the mean of learned rows make free.
    /// </remarks>
    public static MixedPrediction Of(NetworkCell cell, int classes, double alphaSame)
    {
        if (classes < 3 || !Covers(cell.Mixup))
            return MixedPrediction.None;
        MixedOptimum At(double mu, double lambda) => cell.Loss.Optimum(new(classes, mu), lambda, OffsetOf(cell));
        var mu = FittedMu.Of(mu => At(mu, 1), alphaSame);
        return double.IsNaN(mu)
            ? MixedPrediction.None
            : new(mu, At(mu, 1).Alpha, lambda => cell.Loss.IsOpen(lambda) ? null : At(mu, lambda));
    }

    /// <summary>Whether the classifier lets the logits of a sample share an offset.</summary>
    public static LogitOffset OffsetOf(NetworkCell cell) => cell.Model.Classifier is SimplexLastLayer ? LogitOffset.None : LogitOffset.Free;

    /// <summary>
    /// Whether blended images, of which the features are measured, are trained on with blended targets. The optimum of a sample depends on its
    /// targets alone, whatever is mixed in which layer; but a network that never saw blends of images, as under cutmix or where only hidden layers
    /// are mixed, has no reason to put them at it.
    /// </summary>
    private static bool Covers(MixupSpec mixup) => mixup switch
    {
        Mixup { Apply: MixedParts.InputsAndTargets, Partner: not PartnerChoice.SameClass } => true,
        ManifoldMixup { Partner: not PartnerChoice.SameClass } manifold => manifold.Layers.Contains(0),
        _ => false,
    };
}
