namespace NeuralCollapse.Measures;

/// <summary>The class means mu_c of labelled features and what follows from them; computed once and given to every measure.</summary>
/// <remarks>
/// The global mean mu_G is the unweighted mean of the class means, also when classes differ in size (Papyan, Han and Donoho 2020).
/// Memory O(C D) besides the features. Each mean is corrected by the mean of its residuals, so that its error is that of one rounding,
/// whatever the number of samples; a centred mean that is zero but for rounding is set to zero, so that degenerate features are
/// recognised as such.
/// </remarks>
public sealed record ClassMeans
{
    private ClassMeans(VectorSet means, IReadOnlyList<int> counts, double longestFeature)
    {
        (Means, Counts, GlobalMean) = (means, counts, means.Mean());
        Rounding = Math.Max(Classes, Dimension) * EuclideanSpace.MachineEpsilon * longestFeature;
        Centred = WithoutRounding(means.Minus(means.Mean()));
        // The first singular value is as long as the longest row or longer, so that what is cut off is rounding, whatever the origin.
        CentredSvd = ThinSvd.Of(Centred, Classes - 1, Rounding / Enumerable.Range(0, Classes).Max(c => EuclideanSpace.Norm(Centred[c])));
    }

    /// <summary>mu_c, C x D.</summary>
    public VectorSet Means { get; }

    /// <summary>mu_G, the unweighted mean of the class means.</summary>
    public IReadOnlyList<double> GlobalMean { get; }

    /// <summary>mu_c - mu_G, C x D.</summary>
    public VectorSet Centred { get; }

    /// <summary>
    /// The centred means as U S V^T, of rank at most min(C - 1, D); the between-class covariance Sb = Centred^T Centred / C has the
    /// eigenvalues S_j^2 / C. A rank under C - 1 says that no simplex is possible: D is under C - 1, or means coincide.
    /// </summary>
    public ThinSvd CentredSvd { get; }

    /// <summary>Samples behind each mean.</summary>
    public IReadOnlyList<int> Counts { get; }

    /// <summary>C, the number of classes.</summary>
    public int Classes => Means.Count;

    /// <summary>D, the dimension of the features.</summary>
    public int Dimension => Means.Dimension;

    /// <summary>The class means of features.</summary>
    /// <exception cref="ArgumentException">A class has no sample.</exception>
    public static ClassMeans Of(LabelledFeatures features)
    {
        ArgumentNullException.ThrowIfNull(features);
        for (var c = 0; c < features.Classes; c++)
        {
            if (features.ClassCounts[c] == 0)
            {
                throw new ArgumentException(
                    $"Expected samples of all {features.Classes} classes, got none of class {c}: it has no mean.", nameof(features));
            }
        }
        var origin = new VectorSet(new double[features.Classes * features.Dimension], features.Dimension);
        var longest = Enumerable.Range(0, features.Samples).Max(i => EuclideanSpace.Norm(features[i]));
        return new ClassMeans(Accumulate(features, Accumulate(features, origin)), features.ClassCounts, longest);
    }

    /// <summary>
    /// The length up to which a difference of class means, or of a sample from its mean, is rounding: max(C, D) eps times the longest
    /// feature. A mean is known no better than the features that were added up; max(C, D) eps is the tolerance with which
    /// numpy.linalg.matrix_rank counts singular values.
    /// </summary>
    internal double Rounding { get; }

    /// <summary>Whether Sb has all the directions that C means in D dimensions can differ in; not so where means coincide.</summary>
    internal bool HasFullRank => CentredSvd.Rank == Math.Min(Classes - 1, Dimension);

    /// <summary>
    /// Whether each is the mean of one sample, from which nothing can deviate: within-class scatter is then 0 by construction.
    /// </summary>
    internal bool AreSingleSamples => Counts.All(count => count == 1);

    /// <summary>
    /// What scatter over a squared distance of means tends to as the means meet: infinity, or NaN where there is no scatter either.
    /// </summary>
    /// <param name="within">Mean squared length of deviations.</param>
    internal double OverZero(double within) => within > Rounding * Rounding ? double.PositiveInfinity : double.NaN;

    /// <summary>For each class the sum over its samples of |h_i - mu_c|^2.</summary>
    /// <exception cref="ArgumentException">Features of another number of classes or another dimension.</exception>
    internal double[] SquaredDeviations(LabelledFeatures features)
    {
        ArgumentNullException.ThrowIfNull(features);
        RequireSameSpace(features.Classes, features.Dimension);
        var sums = new double[features.Classes];
        for (var i = 0; i < features.Samples; i++)
        {
            var label = features.Labels[i];
            sums[label] += EuclideanSpace.SquaredDistance(features[i], Means[label]);
        }
        return sums;
    }

    /// <summary>Checks that features live in the space of these means.</summary>
    /// <exception cref="ArgumentException">Another number of classes or another dimension.</exception>
    internal void RequireSameSpace(int classes, int dimension)
    {
        if (classes != Classes || dimension != Dimension)
        {
            throw new ArgumentException(
                $"Expected {Classes} classes and {Dimension} dimensions as the class means have, " +
                $"got {classes} classes and {dimension} dimensions.");
        }
    }

    /// <summary>origin_c + mean over class c of (h_i - origin_c).</summary>
    private static VectorSet Accumulate(LabelledFeatures features, VectorSet origin)
    {
        var dimension = features.Dimension;
        var means = new double[origin.Values.Length];
        for (var i = 0; i < features.Samples; i++)
        {
            var label = features.Labels[i];
            var feature = features[i];
            var start = origin[label];
            var sum = means.AsSpan(label * dimension, dimension);
            for (var k = 0; k < sum.Length; k++)
                sum[k] += feature[k] - start[k];
        }
        for (var j = 0; j < means.Length; j++)
            means[j] = origin.Values[j] + (means[j] / features.ClassCounts[j / dimension]);
        return new VectorSet(means, dimension);
    }

    private VectorSet WithoutRounding(VectorSet centred)
    {
        for (var c = 0; c < Classes; c++)
        {
            if (EuclideanSpace.Norm(centred[c]) <= Rounding)
                centred.Values.AsSpan(c * Dimension, Dimension).Clear();
        }
        return centred;
    }
}
