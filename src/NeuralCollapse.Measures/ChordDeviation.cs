namespace NeuralCollapse.Measures;

/// <summary>
/// How far a mixed feature lies from the convex combination of its class means: |h - (lambda mu_y + (1 - lambda) mu_y')| / |mu_y - mu_y'|.
/// 0 on the chord, at the place that lambda says.
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
        {
            point[k] = lambda * label[k] + (1 - lambda) * partner[k];
        }
        return Math.Sqrt(EuclideanSpace.SquaredDistance(feature, point)) / chord;
    }
}
