namespace NeuralCollapse.Measures;

/// <summary>A kernel over all pairs of vectors, summed up.</summary>
public sealed record KernelStatistics
{
    /// <summary>Mean over unordered pairs.</summary>
    public required double Mean { get; init; }

    /// <summary>Biased variance over unordered pairs (divided by their number); 0 for a simplex.</summary>
    public required double Variance { get; init; }
}
