namespace NeuralCollapse.Measures;

/// <summary>
/// Where a mixed sample with the share lambda of label y and 1 - lambda of a different label y' ends in
/// <see cref="UnconstrainedFeatures"/>: the feature h = (alpha w_y + beta w_y') / m, and its softmax outputs.
/// </summary>
/// <remarks>
/// The logits of the other C - 2 classes are equal by symmetry. Alpha and beta are the logits of y and y' minus that of the others;
/// they have nothing to do with the parameter of Beta(alpha, alpha), from which lambda is drawn in training.
/// </remarks>
public sealed record MixedOptimum
{
    /// <summary>p_y, softmax output of the label with share lambda.</summary>
    public required double Label { get; init; }

    /// <summary>p_y', softmax output of the partner, the label with share 1 - lambda.</summary>
    public required double Partner { get; init; }

    /// <summary>Softmax output of each of the other C - 2 classes.</summary>
    public required double Rest { get; init; }

    /// <summary>Coefficient of m h on w_y.</summary>
    public required double Alpha { get; init; }

    /// <summary>Coefficient of m h on w_y'.</summary>
    public required double Beta { get; init; }

    /// <summary>A feature of zero, where all features end when the decays are too strong for a classifier to be learned.</summary>
    /// <param name="classes">C, the number of classes.</param>
    public static MixedOptimum AtOrigin(int classes) => At(0, 0, classes);

    /// <summary>The same sample with the two labels exchanged.</summary>
    internal MixedOptimum Exchanged() => this with { Label = Partner, Partner = Label, Alpha = Beta, Beta = Alpha };

    /// <summary>The logits of coefficients: alpha, beta and 0 for the other classes, less their mean, and an offset that all share.</summary>
    internal static double[] Logits(double alpha, double beta, double offset, int classes)
    {
        var logits = new double[classes];
        Array.Fill(logits, offset - ((alpha + beta) / classes));
        (logits[0], logits[1]) = (logits[0] + alpha, logits[1] + beta);
        return logits;
    }

    /// <summary>The optimum that has these coefficients.</summary>
    internal static MixedOptimum At(double alpha, double beta, int classes)
    {
        var largest = Math.Max(0, Math.Max(alpha, beta));
        var (label, partner, rest) = (Math.Exp(alpha - largest), Math.Exp(beta - largest), Math.Exp(-largest));
        var sum = label + partner + ((classes - 2) * rest);
        return new() { Label = label / sum, Partner = partner / sum, Rest = rest / sum, Alpha = alpha, Beta = beta };
    }
}

/// <summary>
/// A(lambda) = (alpha + beta) / alpha_same: how far mixed features lie out of the chord between their class means. 1: on the chord; above
/// 1: bowed outwards, away from the origin; below 1: inwards.
/// </summary>
public static class Amplification
{
    /// <summary>A at lambda.</summary>
    /// <param name="optimum">The optimum as a function of lambda; at lambda 1 it is that of an unmixed, or same-class mixed, sample.</param>
    /// <param name="lambda">Share of the label, in [0, 1].</param>
    /// <returns>A, or NaN where the optimum of unmixed samples is the origin.</returns>
    public static double Of(Func<double, MixedOptimum> optimum, double lambda)
    {
        ArgumentNullException.ThrowIfNull(optimum);
        var (mixed, same) = (optimum(lambda), optimum(1));
        return same.Alpha == 0 ? double.NaN : (mixed.Alpha + mixed.Beta) / same.Alpha;
    }
}
