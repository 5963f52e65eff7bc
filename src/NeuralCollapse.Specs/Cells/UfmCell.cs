namespace NeuralCollapse.Specs;

/// <summary>
/// The unconstrained features model (UFM): no network and no images, the features h_i of samples are parameters themselves. A spec with the
/// section <c>ufm</c> has cells of this kind.
/// </summary>
public sealed record UfmCell : CellSpec, IChecked
{
    /// <summary>The unconstrained features model, in place of a network and images.</summary>
    public required UfmSpec Ufm { get; init; }

    public required UfmTrainingSpec Training { get; init; }

    public required UfmMeasureSpec Measure { get; init; }

    public override IReadOnlyList<int> MeasuredEpochs => Measure.Epochs;

    public IEnumerable<Objection> Objections()
    {
        foreach (var objection in ObjectionsToTheLast(MeasuredEpochs, Training.Epochs))
            yield return objection;
        // A learned classifier can make logits whose sum is not zero, by weights that decay: neither of the two cases that theory knows. The
        // losses that look at the softmax alone do not see that sum.
        if (Ufm is { Classifier: LearnedClassifier, Offset: UfmOffset.None } && !Loss.IgnoresOffset)
            yield return new("ufm.offset", "free, for this loss and a learned classifier", "none");
    }
}

/// <summary>
/// What is minimised: the mean over samples of loss(W h_i) + (feature-decay / 2) |h_i|^2 (Mixon, Parshall and Pi 2020; under mixup Fisher,
/// Meng and Papyan 2024, section 3), and what the classifier adds to that. For each class y there is one sample of y alone and, for each
/// partner y + 1 .. y + partners (mod classes) and each lambda, one mixed of lambda parts y and 1 - lambda parts of the partner.
/// </summary>
public sealed record UfmSpec : IChecked
{
    /// <summary>C, at least 3: of two classes the classifiers are opposite, and coefficients on them are not determined.</summary>
    [Range(3, 10_000)]
    public required int Classes { get; init; }

    /// <summary>Other classes that each class is mixed with; fewer than the classes.</summary>
    [Range(1, 9_999)]
    public required int Partners { get; init; }

    /// <summary>Shares of the class itself, strictly increasing.</summary>
    [Range(0.5, 0.999)]
    public required IReadOnlyList<double> Lambdas { get; init; }

    /// <summary>D, dimension of the features; at least the number of classes - 1, which a simplex needs.</summary>
    [Range(2, 100_000)]
    public required int Dim { get; init; }

    /// <summary>W, fixed or trained along with the features.</summary>
    public required UfmClassifier Classifier { get; init; }

    /// <summary>lambda_H, which multiplies half the mean squared length of the features.</summary>
    [Range(1e-9, 1e3)]
    public required double FeatureDecay { get; init; }

    /// <summary>What may be added to W h_i without decay. Default: none.</summary>
    public UfmOffset Offset { get; init; }

    /// <summary>N: samples in all.</summary>
    public int Samples => Classes * (1 + (Partners * Lambdas.Count));

    public IEnumerable<Objection> Objections()
    {
        if (Partners >= Classes)
            yield return Of("partners", $"at most the {Classes - 1} other classes", Partners);
        foreach (var i in Enumerable.Range(1, Lambdas.Count - 1).Where(i => Lambdas[i] <= Lambdas[i - 1]))
            yield return Of(FormattableString.Invariant($"lambdas[{i}]"), $"more than the {Lambdas[i - 1]} before it", Lambdas[i]);
        if (Dim < Classes - 1)
            yield return Of("dim", $"at least {Classes - 1}, which a simplex of the {Classes} classes needs", Dim);
    }

    private static Objection Of(string key, FormattableString expected, object got) =>
        new(key, FormattableString.Invariant(expected), FormattableString.Invariant($"{got}"));
}

/// <summary>The C x D weights W that make logits of features.</summary>
public abstract record UfmClassifier;

/// <summary>A fixed simplex: W W^T = scale (I - 11^T/C).</summary>
[Kind("simplex")]
public sealed record SimplexClassifier : UfmClassifier
{
    /// <summary>m, C / (C - 1) times the squared length of a row.</summary>
    [Range(1e-6, 1e6)]
    public required double Scale { get; init; }
}

/// <summary>Weights trained along with the features, at the cost of (weight-decay / 2) |W|_F^2.</summary>
[Kind("learned")]
public sealed record LearnedClassifier : UfmClassifier
{
    /// <summary>lambda_W, which multiplies half the sum of the squared weights.</summary>
    [Range(1e-9, 1e3)]
    public required double WeightDecay { get; init; }
}

/// <summary>What may be added to the logits W h_i without decay.</summary>
public enum UfmOffset
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>For each sample a number of its own, the same for all its logits; with a learned classifier also a bias that all share.</summary>
    Free,
}

/// <summary>How the features are trained, in double precision. Durations are whole epochs, and an epoch is one step of all samples.</summary>
public sealed record UfmTrainingSpec : IChecked
{
    /// <summary>Steps of all samples.</summary>
    [Range(1, 100_000)]
    public required int Epochs { get; init; }

    /// <summary>Its weight decay is 0: the model has decays of its own.</summary>
    public required OptimizerSpec Optimizer { get; init; }

    public required ScheduleSpec Schedule { get; init; }

    public IEnumerable<Objection> Objections()
    {
        foreach (var objection in TrainingSpec.ObjectionsTo(Schedule, Epochs))
            yield return objection;
        if (Optimizer.WeightDecay != 0)
            yield return new("optimizer.weight-decay", "0, for the model has decays of its own", FormattableString.Invariant($"{Optimizer.WeightDecay}"));
    }
}

/// <summary>When the features are measured.</summary>
public sealed record UfmMeasureSpec : IChecked
{
    /// <summary>
    /// Epochs after which the features are measured, strictly increasing; 0 is before training; the last one must be the last epoch of
    /// training.
    /// </summary>
    [Range(0, 100_000), Ranges]
    public required IReadOnlyList<int> Epochs { get; init; }

    public IEnumerable<Objection> Objections() => Objection.UnlessIncreasing("epochs", Epochs);
}
