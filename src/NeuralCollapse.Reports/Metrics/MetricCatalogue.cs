namespace NeuralCollapse.Reports;

/// <summary>What the report knows of metrics. Those it does not know are printed under their own name.</summary>
internal static class MetricCatalogue
{
    private static readonly IReadOnlyList<MetricDescription> Known =
    [
        new()
        {
            Name = "objective", Title = "Training objective", IsLogarithmic = true,
            Meaning = "Mean of the loss over the last epoch as it was trained on: of mixed samples where the cell mixes.",
        },
        new() { Name = "train-loss", Title = "Train loss", IsLogarithmic = true, Meaning = "Mean loss of the unmixed training samples." },
        new() { Name = "test-loss", Title = "Test loss", IsLogarithmic = true, Meaning = "Mean loss of the test samples." },
        new()
        {
            Name = "train-accuracy", Title = "Train accuracy", IsFraction = true,
            Meaning = "Part of the unmixed training samples classified right.",
        },
        new()
        {
            Name = "test-accuracy", Title = "Test accuracy", IsFraction = true,
            Meaning = "Part of the test samples classified right.",
        },
        new()
        {
            Name = "train-ece", Title = "Train ECE", IsFraction = true,
            Meaning = "Expected calibration error of the training samples: mean distance of confidence and accuracy over 15 bins of equal width.",
        },
        new()
        {
            Name = "test-ece", Title = "Test ECE", IsFraction = true,
            Meaning = "Expected calibration error of the test samples: mean distance of confidence and accuracy over 15 bins of equal width.",
        },
        new()
        {
            Name = "nc1", Title = "NC1", IsLogarithmic = true,
            Meaning = "Within-class variability tr(Sw Sb†)/C of the training features; 0 when every class has collapsed to its mean.",
        },
        new()
        {
            Name = "nc1-quotient", Title = "NC1 quotient", IsLogarithmic = true,
            Meaning = "tr Sw / tr Sb of the training features; 0 at collapse.",
        },
        new()
        {
            Name = "cdnv", Title = "CDNV", IsLogarithmic = true,
            Meaning =
                "Class-distance normalised variance: mean variance of two classes over the squared distance of their means, averaged over " +
                "pairs; 0 at collapse.",
        },
        new()
        {
            Name = "nc2-equinorm-means", Title = "NC2 equal norms, means",
            Meaning = "Standard deviation over mean of the norms of the centred class means; 0 at collapse.",
        },
        new()
        {
            Name = "nc2-equiangular-means", Title = "NC2 equal angles, means",
            Meaning = "Mean of |cos + 1/(C-1)| over pairs of centred class means; 0 at collapse.",
        },
        new()
        {
            Name = "nc2-equinorm-weights", Title = "NC2 equal norms, weights",
            Meaning = "Standard deviation over mean of the norms of the rows of the classifier; 0 at collapse.",
        },
        new()
        {
            Name = "nc2-equiangular-weights", Title = "NC2 equal angles, weights",
            Meaning = "Mean of |cos + 1/(C-1)| over pairs of rows of the classifier; 0 at collapse.",
        },
        new()
        {
            Name = "nc2-etf-means", Title = "NC2 distance to simplex, means",
            Meaning = "Frobenius distance of the normalised Gram matrix of the centred class means from that of a simplex; 0 at collapse.",
        },
        new()
        {
            Name = "nc2-etf-weights", Title = "NC2 distance to simplex, weights",
            Meaning = "Frobenius distance of the normalised Gram matrix of the classifier from that of a simplex; 0 at collapse.",
        },
        new()
        {
            Name = "nc3-structure", Title = "NC3 structure",
            Meaning = "Frobenius distance of the normalised product of classifier and centred class means from that of a simplex; 0 at collapse.",
        },
        new()
        {
            Name = "nc3-distance-squared", Title = "NC3 self-duality", IsLogarithmic = true,
            Meaning = "Squared Frobenius distance of classifier and centred class means, each of norm 1; 0 when they are dual to each other.",
        },
        new()
        {
            Name = "nc3-cosine-distance", Title = "NC3 cosine distance", IsLogarithmic = true,
            Meaning = "Mean over the classes of 1 - cos between a class's row of the classifier and its centred mean; 0 at collapse.",
        },
        new()
        {
            Name = "nc4-agreement", Title = "NC4 agreement", IsFraction = true,
            Meaning = "Part of the training samples for which the network decides as the nearest class mean does; all of them at collapse.",
        },
        new()
        {
            Name = "nearest-centre-accuracy", Title = "Nearest-centre accuracy", IsFraction = true,
            Meaning = "Part of the training samples whose nearest class mean is that of their class.",
        },
    ];

    /// <summary>The description of a metric, known or not.</summary>
    public static MetricDescription Of(string name) => Known.FirstOrDefault(m => m.Name == name) ?? new() { Name = name, Title = name };
}
