namespace NeuralCollapse.Measures;

/// <summary>
/// The projection of last-layer features of three classes onto the plane of their classifiers (Fisher, Meng and Papyan 2024, appendix B.2).
/// </summary>
/// <remarks>
/// Let mu be the mean of the three rows w_c of the classifier (not of the features) and U S V^T the thin SVD of the rows less mu. Then a
/// feature h is drawn at A U V^T (h - mu), where the rows of A are (1, -1, 0)/sqrt 2 and (-1, -1, 2)/sqrt 6. That is an isometric
/// projection onto the plane, turned so that the triangle of the classifiers lies as near as can be to that of the
/// <see cref="IdealVertices"/>. The signs of the SVD cancel in U V^T.
/// </remarks>
public sealed record PlanarProjection
{
    private const double RelativeCutoff = 1e-5;

    private readonly double[] origin;
    private readonly double[] across;
    private readonly double[] up;

    private PlanarProjection(double[] origin, double[] across, double[] up) => (this.origin, this.across, this.up) = (origin, across, up);

    /// <summary>Where the classifiers of an exact simplex of unit scale are drawn: three points (x, y).</summary>
    public static IReadOnlyList<(double X, double Y)> IdealVertices { get; } =
        [(1 / Math.Sqrt(2), -1 / Math.Sqrt(6)), (-1 / Math.Sqrt(2), -1 / Math.Sqrt(6)), (0, 2 / Math.Sqrt(6))];

    /// <summary>
    /// The projection that belongs to three rows of a classifier. When they lie on a line (but for a relative 1e-5), everything is drawn on
    /// a line, in proportion; when they coincide (a zero-initialised layer), at the origin.
    /// </summary>
    /// <param name="classifiers">3 x D.</param>
    /// <exception cref="ArgumentException">Not three rows.</exception>
    public static PlanarProjection Of(VectorSet classifiers)
    {
        ArgumentNullException.ThrowIfNull(classifiers);
        if (classifiers.Count != 3)
            throw new ArgumentException($"Expected the classifiers of 3 classes, got {classifiers.Count}.", nameof(classifiers));
        var svd = ThinSvd.Of(classifiers.Centred(), 2, RelativeCutoff);
        var (across, up) = (new double[classifiers.Dimension], new double[classifiers.Dimension]);
        for (var j = 0; j < svd.Rank; j++)
        {
            for (var c = 0; c < 3; c++)
            {
                for (var k = 0; k < classifiers.Dimension; k++)
                {
                    across[k] += IdealVertices[c].X * svd.Left[j][c] * svd.Right[j][k];
                    up[k] += IdealVertices[c].Y * svd.Left[j][c] * svd.Right[j][k];
                }
            }
        }
        return new PlanarProjection(classifiers.Mean(), across, up);
    }

    /// <summary>
    /// Where vectors of the feature space (features, or the rows of the classifier themselves) are drawn: one (x, y) for each.
    /// </summary>
    /// <exception cref="ArgumentException">The vectors have another dimension than the classifiers.</exception>
    public (double X, double Y)[] Project(VectorSet vectors)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        var centred = vectors.Minus(origin);
        var points = new (double X, double Y)[vectors.Count];
        for (var i = 0; i < points.Length; i++)
            points[i] = (EuclideanSpace.Dot(across, centred[i]), EuclideanSpace.Dot(up, centred[i]));
        return points;
    }
}
