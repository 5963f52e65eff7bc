namespace NeuralCollapse.Specs;

/// <summary>
/// How far a metric may be from its snapshot on another numerics fingerprint: within Absolute + Relative x |expected|.
/// </summary>
public sealed record Tolerance
{
    /// <summary>In the metric's unit. Default: 0.</summary>
    [Range(0.0, 1e9)]
    public double Absolute { get; init; }

    /// <summary>As a fraction of the expected value. Default: 0.</summary>
    [Range(0.0, 10.0)]
    public double Relative { get; init; }
}
