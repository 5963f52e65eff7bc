namespace NeuralCollapse.Records;

/// <summary>
/// Where the features of samples mixed of two classes lie at one share lambda of the first class, after one epoch: means over the
/// samples, beside the optimum that theory predicts for the cell's loss.
/// </summary>
public sealed record LambdaRow
{
    /// <summary>Epochs trained, from 1.</summary>
    public required int Epoch { get; init; }

    /// <summary>Share of the first class, in [0.5, 1].</summary>
    public required double Lambda { get; init; }

    /// <summary>Mixed samples behind the means.</summary>
    public required int Pairs { get; init; }

    /// <summary>Coefficient on the first class's classifier, in units of logits.</summary>
    public required double Alpha { get; init; }

    /// <summary>Coefficient on the other's.</summary>
    public required double Beta { get; init; }

    /// <summary>(alpha + beta) / alpha of same-class mixed samples: 1 on the chord between class means, above 1 bowed out of it.</summary>
    public required double Amplification { get; init; }

    /// <summary>Part of a feature's length that is outside the plane of the two classifiers, in [0, 1].</summary>
    public required double Thickness { get; init; }

    /// <summary>Distance from the point of the chord at lambda, in lengths of the chord.</summary>
    public required double ChordDeviation { get; init; }

    /// <summary>Predicted alpha; NaN, like the other predictions, for a cell that theory does not cover.</summary>
    public required double PredictedAlpha { get; init; }

    public required double PredictedBeta { get; init; }

    public required double PredictedAmplification { get; init; }

    /// <summary>Distance from the predicted feature, in lengths of the predicted feature of an unmixed sample.</summary>
    public required double Distance { get; init; }
}
