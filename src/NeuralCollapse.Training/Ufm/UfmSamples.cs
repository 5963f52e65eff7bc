using NeuralCollapse.Specs;

namespace NeuralCollapse.Training;

/// <summary>
/// The samples of <see cref="UfmSpec"/> in their order: first the sample of each class alone, at the place of its class; then, class
/// by class and partner by partner, one mixed sample for each lambda.
/// </summary>
public static class UfmSamples
{
    /// <summary>
    /// Who is mixed with whom. <see cref="MixedPair.Sample"/> and <see cref="MixedPair.Partner"/> are classes and, at the same time, the
    /// places of the samples of these classes alone, which are their own partners with lambda 1.
    /// </summary>
    public static IReadOnlyList<MixedPair> Of(UfmSpec model) =>
    [
        .. Enumerable.Range(0, model.Classes).Select(y => new MixedPair(y, y, 1)),
        .. from y in Enumerable.Range(0, model.Classes)
           from step in Enumerable.Range(1, model.Partners)
           from lambda in model.Lambdas
           select new MixedPair(y, (y + step) % model.Classes, lambda),
    ];
}

/// <summary>The rows of a simplex.</summary>
public static class SimplexWeights
{
    /// <summary>
    /// W with W W^T = scale (I - 11^T/C), C x D row-major: column k (from 1) is that of Helmert's matrix, and zero from k = C on.
    /// </summary>
    /// <param name="classes">C, at least 2.</param>
    /// <param name="dimension">D, at least C - 1.</param>
    /// <param name="scale">m, positive.</param>
    public static double[] Of(int classes, int dimension, double scale)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, classes - 1);
        var weights = new double[classes * dimension];
        for (var k = 1; k < classes; k++)
        {
            var unit = Math.Sqrt(scale / ((double)k * (k + 1)));
            for (var row = 0; row <= k; row++)
                weights[(row * dimension) + k - 1] = row < k ? unit : -k * unit;
        }

        return weights;
    }
}
