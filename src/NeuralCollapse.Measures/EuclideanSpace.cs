namespace NeuralCollapse.Measures;

/// <summary>Inner products of equally long float64 vectors.</summary>
/// <remarks>
/// Plain scalar loops with a fixed order of summation: the bits of a result do not depend on the vector instructions of the machine.
/// </remarks>
internal static class EuclideanSpace
{
    /// <summary>2^-52, the spacing of float64 numbers at 1.</summary>
    public const double MachineEpsilon = 2.220446049250313e-16;

    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        RequireSameLength(a, b);
        // Four sums, because one sum waits for its own last addition in every step.
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        var k = 0;
        for (; k <= a.Length - 4; k += 4)
        {
            s0 += a[k] * b[k];
            s1 += a[k + 1] * b[k + 1];
            s2 += a[k + 2] * b[k + 2];
            s3 += a[k + 3] * b[k + 3];
        }
        for (; k < a.Length; k++)
            s0 += a[k] * b[k];
        return (s0 + s1) + (s2 + s3);
    }

    public static double SquaredDistance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        RequireSameLength(a, b);
        double s0 = 0, s1 = 0;
        var k = 0;
        for (; k <= a.Length - 2; k += 2)
        {
            var d0 = a[k] - b[k];
            var d1 = a[k + 1] - b[k + 1];
            s0 += d0 * d0;
            s1 += d1 * d1;
        }
        for (; k < a.Length; k++)
        {
            var d = a[k] - b[k];
            s0 += d * d;
        }
        return s0 + s1;
    }

    public static double Norm(ReadOnlySpan<double> a) => Math.Sqrt(Dot(a, a));

    /// <summary>Cosine of the angle between two vectors, in [-1, 1]; NaN when one of them is zero.</summary>
    public static double Cosine(ReadOnlySpan<double> a, ReadOnlySpan<double> b) =>
        Math.Clamp(Dot(a, b) / (Norm(a) * Norm(b)), -1, 1);

    private static void RequireSameLength(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        if (a.Length != b.Length)
            throw new ArgumentException($"Vectors of one space have equally many components, but these have {a.Length} and {b.Length}.");
    }
}
