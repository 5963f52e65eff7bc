namespace NeuralCollapse.Measures;

/// <summary>
/// All that metrics are functions of: what a network, or the UFM (unconstrained features model), makes of samples after an epoch. What is
/// null was not asked for, or does not exist.
/// </summary>
public sealed record Measured
{
    /// <summary>Mean training loss over the epoch, as trained on; NaN before training.</summary>
    public double? Objective { get; init; }

    /// <summary>On the training samples, unmixed.</summary>
    public SampleOutputs? Train { get; init; }

    /// <summary>On the samples held out from training.</summary>
    public SampleOutputs? Validation { get; init; }

    /// <summary>On the test samples.</summary>
    public SampleOutputs? Test { get; init; }

    /// <summary>The last layer.</summary>
    public Classifier? Classifier { get; init; }

    /// <summary>The centred class means of training; by default those of <see cref="Train"/>.</summary>
    public VectorSet? CentredMeans
    {
        get => field ?? Train?.Means.Centred;
        init;
    }

    /// <summary>Of mixed training samples.</summary>
    public MixedOutputs? Mixed { get; init; }
}

/// <summary>What a network makes of labelled samples.</summary>
/// <param name="features">Last-layer features, N x D.</param>
/// <param name="logits">N x C; null for features that came without.</param>
/// <param name="loss">Mean of the loss that is trained on, with nothing mixed; null where there is none.</param>
public sealed class SampleOutputs(LabelledFeatures features, LabelledLogits? logits = null, double? loss = null)
{
    private readonly Lazy<ClassMeans> means = new(() => ClassMeans.Of(features));
    private readonly Lazy<IReadOnlyList<ReliabilityBin>?> reliability = new(() => logits is null ? null : ReliabilityBins.From(logits));

    public LabelledFeatures Features => features;

    public LabelledLogits? Logits => logits;

    public double? Loss => loss;

    /// <summary>Class means of the features.</summary>
    /// <exception cref="ArgumentException">A class has no sample.</exception>
    public ClassMeans Means => means.Value;

    /// <summary>Predictions by their confidence; null without logits.</summary>
    public IReadOnlyList<ReliabilityBin>? Reliability => reliability.Value;
}

/// <summary>Where mixed samples lie, and where they should.</summary>
public sealed record MixedOutputs
{
    /// <summary>Samples mixed within their class; null in the UFM.</summary>
    public SampleOutputs? WithinClasses { get; init; }

    /// <summary>Mean coefficient of same-class samples on their classifier, in units of logits.</summary>
    public required double AlphaSame { get; init; }

    /// <summary>mu of the prediction; NaN where none was fitted, or theory does not cover the cell.</summary>
    public required double Mu { get; init; }

    /// <summary>mu that a classifier learned in the UFM should have; null where there is none.</summary>
    public double? PredictedMu { get; init; }

    /// <summary>How far the loss on mixed samples is above that of the predicted optimum, as a fraction of it; NaN where nothing is predicted.</summary>
    public double ExcessLoss { get; init; } = double.NaN;

    /// <summary>Whether the prediction is given beforehand, by a closed form, and not fitted to <see cref="AlphaSame"/>.</summary>
    public bool IsClosedForm { get; init; }

    /// <summary>By rising lambda.</summary>
    public required IReadOnlyList<MixedPoint> Points { get; init; }

    /// <summary>The largest absolute deviation of a quantity over lambda, NaN if there is one; null where the prediction was fitted.</summary>
    internal double? Deviation(Func<MixedPoint, double> deviation) =>
        IsClosedForm ? Points.Select(point => Math.Abs(deviation(point))).DefaultIfEmpty().Aggregate(Math.Max) : null;
}

/// <summary>
/// Where the features of samples mixed of two classes lie at one share lambda of the first class, after one epoch: means over the samples,
/// beside the optimum that theory predicts for the loss of the cell.
/// </summary>
public sealed record MixedPoint
{
    /// <summary>Epochs trained; 0 is before training.</summary>
    public required int Epoch { get; init; }

    /// <summary>Share of the first class, in [0.5, 1].</summary>
    public required double Lambda { get; init; }

    /// <summary>Mixed samples behind the means.</summary>
    public required int Pairs { get; init; }

    /// <summary>Coefficient on the first class's centred classifier, in units of logits.</summary>
    public required double Alpha { get; init; }

    /// <summary>Coefficient on the other's.</summary>
    public required double Beta { get; init; }

    /// <summary>(alpha + beta) / alpha of same-class samples.</summary>
    public required double Amplification { get; init; }

    /// <summary>Part of a feature's length that is outside the plane of the two classifiers, in [0, 1].</summary>
    public required double Thickness { get; init; }

    /// <summary>Distance from the point of the chord at lambda, in lengths of the chord.</summary>
    public required double ChordDeviation { get; init; }

    /// <summary>Predicted alpha; NaN, like the other predictions, where mu is.</summary>
    public required double PredictedAlpha { get; init; }

    public required double PredictedBeta { get; init; }

    public required double PredictedAmplification { get; init; }

    /// <summary>Distance from the predicted feature, in lengths of the predicted feature of an unmixed sample.</summary>
    public required double Distance { get; init; }
}
