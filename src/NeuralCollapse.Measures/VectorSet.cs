namespace NeuralCollapse.Measures;

/// <summary>Vectors of one space, row after row: class means, centred class means, the rows of a classifier.</summary>
public sealed record VectorSet
{
    /// <param name="values">All components, row-major: Count x Dimension. Kept, not copied.</param>
    /// <param name="dimension">Components of each vector, at least 1.</param>
    /// <exception cref="ArgumentException">The values do not fill whole rows.</exception>
    public VectorSet(double[] values, int dimension)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (dimension < 1 || values.Length % dimension != 0)
        {
            throw new ArgumentException(
                $"Expected whole rows of {dimension} components (at least 1), got {values.Length} values.", nameof(values));
        }
        (Values, Dimension, Count) = (values, dimension, values.Length / dimension);
    }

    /// <summary>All components, row-major: Count x Dimension.</summary>
    public double[] Values { get; }

    /// <summary>Components of each vector.</summary>
    public int Dimension { get; }

    /// <summary>How many vectors.</summary>
    public int Count { get; }

    /// <summary>The vector at an index in [0, Count).</summary>
    public ReadOnlySpan<double> this[int index] => Values.AsSpan(index * Dimension, Dimension);

    /// <summary>The unweighted mean of the vectors.</summary>
    public double[] Mean()
    {
        var mean = new double[Dimension];
        Accumulate(mean, new double[Dimension]);
        // The mean of what is left removes the rounding of the first sum: the mean of equal vectors is that vector, exactly.
        Accumulate(mean, [.. mean]);
        return mean;
    }

    /// <summary>These vectors less their mean.</summary>
    public VectorSet Centred() => Minus(Mean());

    internal void RequireSameShape(VectorSet other)
    {
        if (other.Count != Count || other.Dimension != Dimension)
        {
            throw new ArgumentException(
                "Expected as many vectors of the same dimension in both sets, " +
                $"got {Count} x {Dimension} and {other.Count} x {other.Dimension}.");
        }
    }

    internal VectorSet Minus(ReadOnlySpan<double> origin)
    {
        if (origin.Length != Dimension)
            throw new ArgumentException($"Expected vectors of {origin.Length} components, got {Dimension}.");
        var values = new double[Values.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = Values[i] - origin[i % Dimension];
        return new VectorSet(values, Dimension);
    }

    private void Accumulate(double[] mean, double[] origin)
    {
        var sum = new double[Dimension];
        for (var i = 0; i < Count; i++)
        {
            var row = this[i];
            for (var k = 0; k < Dimension; k++)
                sum[k] += row[k] - origin[k];
        }
        for (var k = 0; k < Dimension; k++)
            mean[k] = origin[k] + (sum[k] / Count);
    }
}
