using MathNet.Numerics.LinearAlgebra;

namespace NeuralCollapse.Measures.Tests;

/// <summary>Features and classifiers drawn from a seed, with classes of unequal size.</summary>
internal static class RandomCase
{
    public static LabelledFeatures Features(int seed, int classes, int dimension, double deviation = 0.5)
    {
        var random = new Random(seed);
        var labels = Enumerable.Range(0, classes).SelectMany(c => Enumerable.Repeat(c, 3 + random.Next(8))).ToArray();
        var centres = Values(random, classes * dimension);
        var values = new double[labels.Length * dimension];
        for (var j = 0; j < values.Length; j++)
            values[j] = centres[(labels[j / dimension] * dimension) + (j % dimension)] + (deviation * ((2 * random.NextDouble()) - 1));
        return new LabelledFeatures(values, labels, classes);
    }

    public static VectorSet Vectors(int seed, int count, int dimension) => new(Values(new Random(seed), count * dimension), dimension);

    public static Matrix<double> Rotation(int seed, int dimension) =>
        Matrix<double>.Build.DenseOfRowMajor(dimension, dimension, Values(new Random(seed), dimension * dimension)).QR().Q;

    public static VectorSet Turned(VectorSet vectors, Matrix<double> rotation) =>
        new((AsMatrix(vectors) * rotation).ToRowMajorArray(), vectors.Dimension);

    public static LabelledFeatures Turned(LabelledFeatures features, Matrix<double> rotation) =>
        new(Turned(new VectorSet(features.Values, features.Dimension), rotation).Values, features.Labels, features.Classes);

    public static Matrix<double> AsMatrix(VectorSet vectors) =>
        Matrix<double>.Build.DenseOfRowMajor(vectors.Count, vectors.Dimension, vectors.Values);

    private static double[] Values(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => (2 * random.NextDouble()) - 0.8)];
}
