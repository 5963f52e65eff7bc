namespace NeuralCollapse.Measures;

/// <summary>
/// A feature of a mixed sample in the frame of the classifiers of its two labels: h - o = alpha w_y + beta w_y' + residual, by least
/// squares, with o the origin of the frame.
/// </summary>
/// <remarks>
/// With the centred rows of W, whose inner products are m (I - 11^T/C) at collapse, m alpha and m beta are those of
/// <see cref="MixedOptimum"/>; (alpha + beta) over the alpha of same-class samples is the amplification, whatever m.
/// </remarks>
public sealed record PairCoordinates
{
    /// <summary>Coefficient on w_y.</summary>
    public required double Alpha { get; init; }

    /// <summary>Coefficient on w_y'; 0 for a same-class sample.</summary>
    public required double Beta { get; init; }

    /// <summary>Channel thickness: |residual| / |h - o|, in [0, 1]; NaN for a feature at the origin.</summary>
    public required double Thickness { get; init; }

    /// <summary>The coordinates of a feature.</summary>
    /// <param name="feature">h.</param>
    /// <param name="origin">o: the global mean of the class means, or zero.</param>
    /// <param name="weights">C x D rows, centred.</param>
    /// <param name="label">y.</param>
    /// <param name="partner">y'; equal to y for a same-class sample.</param>
    /// <returns>NaN coefficients where w_y is zero or w_y and w_y' are parallel.</returns>
    /// <exception cref="ArgumentException">Vectors of different dimension.</exception>
    public static PairCoordinates Of(ReadOnlySpan<double> feature, ReadOnlySpan<double> origin, VectorSet weights, int label, int partner)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var h = new VectorSet([.. feature], feature.Length).Minus(origin)[0];
        var u = weights[label];
        var v = weights[partner];
        var (uu, uv, vv) = (EuclideanSpace.Dot(u, u), EuclideanSpace.Dot(u, v), EuclideanSpace.Dot(v, v));
        var (hu, hv) = (EuclideanSpace.Dot(h, u), EuclideanSpace.Dot(h, v));
        var determinant = (uu * vv) - (uv * uv);
        var (alpha, beta) = label == partner ? (hu / uu, 0)
            : determinant > uu * vv * EuclideanSpace.MachineEpsilon ? (((hu * vv) - (hv * uv)) / determinant, ((hv * uu) - (hu * uv)) / determinant)
            : (double.NaN, double.NaN);
        var residual = new double[h.Length];
        for (var k = 0; k < residual.Length; k++)
            residual[k] = h[k] - (alpha * u[k]) - (beta * v[k]);
        return new() { Alpha = alpha, Beta = beta, Thickness = EuclideanSpace.Norm(residual) / EuclideanSpace.Norm(h) };
    }
}

/// <summary>
/// How far a mixed feature lies from the convex combination of its class means: |h - (lambda mu_y + (1 - lambda) mu_y')| / |mu_y - mu_y'|.
/// 0 on the chord, at the point that lambda says.
/// </summary>
public static class ChordDeviation
{
    /// <summary>The deviation in units of the chord; infinite or NaN when the two means coincide.</summary>
    /// <param name="feature">h.</param>
    /// <param name="label">mu_y.</param>
    /// <param name="partner">mu_y', of another class.</param>
    /// <param name="lambda">Share of y, in [0, 1].</param>
    /// <exception cref="ArgumentException">Lambda out of range, or vectors of different dimension.</exception>
    public static double Of(ReadOnlySpan<double> feature, ReadOnlySpan<double> label, ReadOnlySpan<double> partner, double lambda)
    {
        UnconstrainedFeatures.RequireShare(lambda);
        var chord = Math.Sqrt(EuclideanSpace.SquaredDistance(label, partner));
        var point = new double[label.Length];
        for (var k = 0; k < point.Length; k++)
            point[k] = (lambda * label[k]) + ((1 - lambda) * partner[k]);
        return Math.Sqrt(EuclideanSpace.SquaredDistance(feature, point)) / chord;
    }
}
