namespace NeuralCollapse.Specs;

/// <summary>
/// The unconstrained features model: no network, the features h_i of the samples are free and trained themselves. It minimises the mean
/// over samples of loss(W h_i) + (feature-decay / 2) |h_i|^2 (Mixon, Parshall and Pi 2020; under mixup Fisher, Meng and Papyan 2024,
/// section 3), and what its classifier adds to that.
/// </summary>
[Kind("ufm")]
public sealed record UnconstrainedModel : ModelSpec
{
    /// <summary>D, dimension of the features; at least the number of classes - 1, which a simplex needs.</summary>
    [Range(2, 100_000)]
    public required int Dim { get; init; }

    /// <summary>W, fixed or trained along with the features.</summary>
    public required UnconstrainedClassifier Classifier { get; init; }

    /// <summary>lambda_H, which multiplies half the mean squared length of the features.</summary>
    [Range(1e-9, 1e3)]
    public required double FeatureDecay { get; init; }

    /// <summary>What may be added to W h_i without decay. Default: none.</summary>
    public UnconstrainedOffset Offset { get; init; }
}
