namespace NeuralCollapse.Measures;

/// <summary>
/// The unconstrained features model (UFM) with a fixed simplex classifier: the feature h of each sample is free, the rows of W satisfy
/// W W^T = m (I - 11^T/C), and each sample minimises its loss of the logits z = W h plus (lambda_H/2) |h|^2 (Mixon, Parshall and Pi 2020;
/// under mixup Fisher, Meng and Papyan 2024, section 3).
/// </summary>
/// <remarks>
/// The shortest h with given logits is W^T z / m, and its squared length |z|^2 / m. So the problem in logits is loss(z) + |z|^2 / (2 mu)
/// with mu = m / lambda_H, over logits that sum to zero; only C and mu remain of the model.
/// </remarks>
public sealed record UnconstrainedFeatures
{
    /// <param name="classes">C, at least 3: of two classes the classifiers are opposite, and coefficients on them are not determined.</param>
    /// <param name="mu">m / lambda_H, positive and finite.</param>
    /// <exception cref="ArgumentException">A value out of range.</exception>
    public UnconstrainedFeatures(int classes, double mu)
    {
        if (classes < 3)
            throw new ArgumentException($"Expected at least 3 classes, got {classes}.", nameof(classes));
        if (!(mu > 0 && double.IsFinite(mu)))
            throw new ArgumentException(FormattableString.Invariant($"Expected a positive, finite mu, got {mu}."), nameof(mu));
        (Classes, Mu) = (classes, mu);
    }

    /// <summary>C, the number of classes.</summary>
    public int Classes { get; }

    /// <summary>mu = m / lambda_H: the scale of the classifier over the decay of the features.</summary>
    public double Mu { get; }

    /// <summary>Checks a share of a label in a mixed sample.</summary>
    /// <exception cref="ArgumentException">Outside [0, 1].</exception>
    internal static void RequireShare(double lambda)
    {
        if (!(lambda >= 0 && lambda <= 1))
            throw new ArgumentException(FormattableString.Invariant($"Expected lambda in [0, 1], got {lambda}."), nameof(lambda));
    }
}

/// <summary>What mixup mixes on the side of the labels.</summary>
public enum MixupForm
{
    /// <summary>lambda loss(z, y) + (1 - lambda) loss(z, y').</summary>
    Losses,

    /// <summary>loss(z, lambda y + (1 - lambda) y').</summary>
    Targets,
}

/// <summary>Whether the logits of a sample may share an offset, beside the sum of zero that a simplex classifier gives them.</summary>
/// <remarks>
/// It matters to losses that compare logits with targets one by one, whose sum is not zero. A bias with equal components is a free
/// offset as long as all samples want the same one, which they do where they reach their targets: it is kappa/C.
/// </remarks>
public enum LogitOffset
{
    /// <summary>Each sample's logits are W h + t, with t free and without decay.</summary>
    Free,

    /// <summary>Each sample's logits are W h and sum to zero.</summary>
    None,
}
