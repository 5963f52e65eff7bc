namespace NeuralCollapse.Reports;

/// <content>Measures of neural collapse, and lengths.</content>
internal static partial class MetricCatalogue
{
    private static IReadOnlyList<MetricDescription> OfCollapse =>
    [
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
            Name = "test-nc1", Title = "NC1, test", IsLogarithmic = true,
            Meaning = "Within-class variability of the test features about their own class means; 0 at collapse.",
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
            Name = "nc2-etf-weights-centred", Title = "NC2 distance to simplex, centred weights",
            Meaning = "As nc2-etf-weights, with the mean of the rows taken from each; 0 at collapse.",
        },
        new()
        {
            Name = "gnc2-log-mean", Title = "GNC2 log kernel, mean",
            Meaning =
                "Mean of -ln of the distance over pairs of centred class means of length 1, at least -ln 2; -ln sqrt(2C/(C-1)) at " +
                "collapse.",
        },
        new()
        {
            Name = "gnc2-log-variance", Title = "GNC2 log kernel, variance", IsLogarithmic = true,
            Meaning = "Variance over the pairs of that of which gnc2-log-mean is the mean; 0 at collapse.",
        },
        new()
        {
            Name = "nc3-structure", Title = "NC3 structure",
            Meaning = "Frobenius distance of the normalised product of classifier and centred class means from that of a simplex; 0 at collapse.",
        },
        new()
        {
            Name = "nc3-structure-centred", Title = "NC3 structure, centred weights",
            Meaning = "As nc3-structure, with the mean of the rows of the classifier taken from each; 0 at collapse.",
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
        new()
        {
            Name = "test-nc4-agreement", Title = "NC4 agreement, test", IsFraction = true,
            Meaning =
                "Part of the test samples for which the network decides as the nearest class mean of training does; all of them " +
                "at collapse.",
        },
        new()
        {
            Name = "test-nearest-centre-accuracy", Title = "Nearest-centre accuracy, test", IsFraction = true,
            Meaning = "Part of the test samples whose nearest class mean of training is that of their class.",
        },
        new()
        {
            Name = "feature-norm", Title = "Feature norm",
            Meaning = "Mean length of the training features.",
        },
        new()
        {
            Name = "mean-norm", Title = "Mean norm",
            Meaning = "Mean length of the centred class means.",
        },
        new()
        {
            Name = "weight-norm", Title = "Weight norm",
            Meaning = "Mean length of the rows of the classifier.",
        },
        new()
        {
            Name = "global-mean-logits", Title = "Logits of the global mean", IsLogarithmic = true,
            Meaning = "|W μG + b|, the length of the logits of the mean μG of the class means; 0 where the bias undoes it.",
        },
    ];
}
