namespace NeuralCollapse.Training;

/// <summary>The features and classifier of the unconstrained features model after an epoch. Letters: N samples, C classes, D features; all arrays row-major.</summary>
public sealed record UfmEpoch
{
    /// <summary>Epochs trained so far.</summary>
    public required int Epoch { get; init; }

    /// <summary>What is minimised, decays and all, at these features and weights.</summary>
    public required double Objective { get; init; }

    /// <summary>h_i, N x D, in the order of <see cref="UfmSamples"/>.</summary>
    public required double[] Features { get; init; }

    /// <summary>W, C x D.</summary>
    public required double[] Weights { get; init; }

    /// <summary>t_i, what is added to all logits of a sample, N; zeros where the model has no offset.</summary>
    public required double[] Offsets { get; init; }

    /// <summary>b, what is added to the logits of a class, C; zeros where nothing is learned there.</summary>
    public required double[] Bias { get; init; }
}
