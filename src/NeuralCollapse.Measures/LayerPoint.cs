namespace NeuralCollapse.Measures;

/// <summary>Collapse in one layer of a network after one epoch, of pooled outputs on the training samples, unmixed; and mixed samples there.</summary>
public sealed record LayerPoint
{
    /// <summary>Epochs trained; 0 is before training.</summary>
    public required int Epoch { get; init; }

    /// <summary>Name of the layer, as in a state dict of PyTorch.</summary>
    public required string Layer { get; init; }

    /// <summary>Its number, from 1, over that of all layers: 1 for the last-layer features.</summary>
    public required double Depth { get; init; }

    /// <summary>As <see cref="WithinClassVariability.Nc1"/>.</summary>
    public required double Nc1 { get; init; }

    /// <summary>As <see cref="ClassDistanceNormalizedVariance.Of"/>.</summary>
    public required double Cdnv { get; init; }

    /// <summary>As <see cref="EffectiveRank.Of"/>.</summary>
    public required double EffectiveRank { get; init; }

    /// <summary>As <see cref="NearestClassCentre.Accuracy"/>.</summary>
    public required double NearestCentreAccuracy { get; init; }

    /// <summary>Samples mixed of two classes at lambda 1/2.</summary>
    public required LayerMixture AtHalf { get; init; }

    /// <summary>The same at lambda 3/4.</summary>
    public required LayerMixture AtThreeQuarters { get; init; }
}

/// <summary>
/// Where samples mixed of two classes lie in a layer, means over them: h - mu_G = own m_y + partner m_y' + residual by least squares, with m_c
/// the centred class means of the layer. A layer that is linear between its classes has own lambda and partner 1 - lambda. NaN: not measured.
/// </summary>
/// <param name="Own">Coefficient on the class with the share lambda.</param>
/// <param name="Partner">Coefficient on the other one.</param>
/// <param name="Amplification">(own + partner) over the coefficient on their class of samples mixed within it.</param>
public sealed record LayerMixture(double Own, double Partner, double Amplification)
{
    /// <summary>Of samples at a lambda.</summary>
    /// <param name="means">Class means of the layer.</param>
    /// <param name="sameClass">Samples mixed within their class.</param>
    /// <param name="labels">Their classes.</param>
    /// <param name="lambda">Share of the first class.</param>
    /// <param name="mixed">A row for each sample mixed of two classes.</param>
    /// <param name="classes">The two classes of each.</param>
    public static LayerMixture Of(
        ClassMeans means, VectorSet sameClass, IReadOnlyList<int> labels, double lambda, VectorSet mixed, IReadOnlyList<(int Label, int Partner)> classes)
    {
        ArgumentNullException.ThrowIfNull(means);
        // The centred class means stand where the rows of the classifier do in the last layer.
        var geometry = new MixedGeometry(means.Means, means.GlobalMean, means.Centred);
        var point = geometry.At(epoch: 0, lambda, mixed, classes, geometry.AlphaSame(sameClass, labels), MixedPrediction.None);
        return new(point.Alpha / geometry.Scale, point.Beta / geometry.Scale, point.Amplification);
    }

    /// <summary>Not measured.</summary>
    public static LayerMixture None { get; } = new(double.NaN, double.NaN, double.NaN);
}
