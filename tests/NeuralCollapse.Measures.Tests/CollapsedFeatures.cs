using MathNet.Numerics.LinearAlgebra;

namespace NeuralCollapse.Measures.Tests;

/// <summary>
/// Well collapsed features, where NC1 by a numerical pseudo-inverse of Sb turns negative or huge: it inverts the rounding that stands in
/// the place of the eigenvalues that are zero by construction.
/// </summary>
public class CollapsedFeatures
{
    private const int Classes = 4;
    private const int Dimension = 24;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 10)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nc1AgreesWithTheInverseOnTheSubspaceOfTheMeans(int seed)
    {
        var features = RandomCase.Features(seed, Classes, Dimension, deviation: 0.005);
        var expected = OnTheSubspace(features);

        var nc1 = WithinClassVariability.Nc1(features, ClassMeans.Of(features));

        Assert.InRange(expected, 1e-7, 1e-3);
        Assert.Equal(expected, nc1, expected * 1e-9);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void PseudoInverseOfACovarianceHeldInFloat32IsWrongWhereNc1IsRight(int seed)
    {
        var features = RandomCase.Features(seed, Classes, Dimension, deviation: 0.005);
        var expected = OnTheSubspace(features);
        var (within, between) = Scatters(features, x => x);

        var byPseudoInverse = (within * between.Map(x => (double)(float)x).PseudoInverse()).Trace() / Classes;

        Assert.True(Math.Abs(byPseudoInverse - expected) > 100 * expected, $"Expected the pseudo-inverse to fail, got {byPseudoInverse}.");
        Assert.Equal(expected, WithinClassVariability.Nc1(features, ClassMeans.Of(features)), expected * 1e-9);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void PseudoInverseOfACovarianceOfFloat32MeansIsWrongWhereNc1IsRight(int seed)
    {
        // Positive features, as behind a ReLU: the rounding is that of the global mean, which is long beside the centred means.
        var centred = RandomCase.Features(seed, Classes, Dimension, deviation: 0.005);
        var features = new LabelledFeatures([.. centred.Values.Select(x => x + 8)], centred.Labels, Classes);
        var expected = OnTheSubspace(features);
        var (within, between) = Scatters(features, x => (float)x);

        var byPseudoInverse = (within * between.PseudoInverse()).Trace() / Classes;

        Assert.True(Math.Abs(byPseudoInverse - expected) > 100 * expected, $"Expected the pseudo-inverse to fail, got {byPseudoInverse}.");
        Assert.Equal(expected, WithinClassVariability.Nc1(features, ClassMeans.Of(features)), expected * 1e-9);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nc1OfFeaturesHeldInFloat32IsThatOfTheFeatures(int seed)
    {
        var features = RandomCase.Features(seed, Classes, Dimension, deviation: 0.005);
        var rounded = new LabelledFeatures([.. features.Values.Select(x => (double)(float)x)], features.Labels, Classes);

        var nc1 = WithinClassVariability.Nc1(rounded, ClassMeans.Of(rounded));

        Assert.Equal(OnTheSubspace(rounded), nc1, nc1 * 1e-9);
        // Deviations of 5e-3 held to 6e-8.
        Assert.Equal(OnTheSubspace(features), nc1, nc1 * 1e-4);
    }

    /// <summary>
    /// tr(Q^T Sw Q (Q^T Sb Q)^-1) / C with Q an orthonormal basis of the first C - 1 centred means: no singular matrix to invert.
    /// </summary>
    private static double OnTheSubspace(LabelledFeatures features)
    {
        var (within, between) = Scatters(features, x => x);
        var basis = CentredMeans(features, x => x).SubMatrix(0, Classes - 1, 0, Dimension).Transpose().QR(
            MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin).Q;
        var inner = basis.TransposeThisAndMultiply(between) * basis;
        return (basis.TransposeThisAndMultiply(within) * basis * inner.Inverse()).Trace() / Classes;
    }

    private static (Matrix<double> Within, Matrix<double> Between) Scatters(LabelledFeatures features, Func<double, double> held)
    {
        var means = Means(features);
        var within = Matrix<double>.Build.Dense(Dimension, Dimension);
        for (var i = 0; i < features.Samples; i++)
        {
            var deviation = Vector<double>.Build.Dense(features[i].ToArray()) - means.Row(features.Labels[i]);
            within += deviation.OuterProduct(deviation) / features.Samples;
        }
        var centred = CentredMeans(features, held);
        return (within, centred.TransposeThisAndMultiply(centred) / Classes);
    }

    private static Matrix<double> CentredMeans(LabelledFeatures features, Func<double, double> held)
    {
        var means = Means(features).Map(held);
        var global = (means.ColumnSums() / Classes).Map(held);
        return Matrix<double>.Build.Dense(Classes, Dimension, (c, k) => means[c, k] - global[k]);
    }

    private static Matrix<double> Means(LabelledFeatures features) => Matrix<double>.Build.Dense(Classes, Dimension, (c, k) =>
        Enumerable.Range(0, features.Samples).Where(i => features.Labels[i] == c).Average(i => features[i][k]));
}
