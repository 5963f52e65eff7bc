namespace NeuralCollapse.Measures.Tests;

/// <summary>
/// Four classes, six dimensions, five samples a class, from whole-number formulas that any language can repeat:
/// h[c][i][k] = ((7c + 3i + 5k + c i k) mod 11) / 10, W[c][k] = ((5c + 2k + c k^2) mod 7) / 7 - 0.3, b[c] = (c - 1) / 10.
/// </summary>
internal static class GoldenCase
{
    private const int Classes = 4;
    private const int Dimension = 6;
    private const int SamplesPerClass = 5;

    public static LabelledFeatures Features { get; } = new(
        [.. from c in Enumerable.Range(0, Classes)
            from i in Enumerable.Range(0, SamplesPerClass)
            from k in Enumerable.Range(0, Dimension)
            select ((7 * c) + (3 * i) + (5 * k) + (c * i * k)) % 11 / 10.0],
        [.. Enumerable.Range(0, Classes * SamplesPerClass).Select(sample => sample / SamplesPerClass)],
        Classes);

    public static ClassMeans Means { get; } = ClassMeans.Of(Features);

    public static Classifier Classifier { get; } = new(
        [.. from c in Enumerable.Range(0, Classes)
            from k in Enumerable.Range(0, Dimension)
            select (((5 * c) + (2 * k) + (c * k * k)) % 7 / 7.0) - 0.3],
        [.. Enumerable.Range(0, Classes).Select(c => 0.1 * (c - 1))]);

    public static VectorSet Weights => Classifier.Weights;
}
