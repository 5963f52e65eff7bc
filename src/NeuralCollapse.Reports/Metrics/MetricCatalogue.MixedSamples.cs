namespace NeuralCollapse.Reports;

/// <content>Features of mixed samples against the unconstrained features model.</content>
internal static partial class MetricCatalogue
{
    private static IReadOnlyList<MetricDescription> OfMixedSamples =>
    [
        new()
        {
            Name = "mixed-nc1", Title = "NC1, mixed", IsLogarithmic = true,
            Meaning = "NC1 of samples mixed within their class, about their own class means; 0 at collapse.",
        },
        new()
        {
            Name = "alpha-same", Title = "α of same class",
            Meaning = "Mean coefficient, in units of logits, of samples mixed within their class on their centred classifier.",
        },
        new()
        {
            Name = "mu", Title = "μ", IsLogarithmic = true,
            Meaning =
                "Scale of the classifier over the decay of the features in the unconstrained features model, fitted so that it " +
                "predicts the α of same-class samples; nan where theory does not cover the cell. Of free features: as given or learned.",
        },
        new()
        {
            Name = "predicted-mu", Title = "Predicted μ", IsLogarithmic = true,
            Meaning = "The μ of a simplex that a classifier learned beside free features should become, from the two decays.",
        },
        new()
        {
            Name = "amplification", Title = "A at λ = ½",
            Meaning =
                "(α + β) over the α of same-class samples, for halves of different classes: 1 on the chord between class means, " +
                "above 1 bowed out of it.",
        },
        new()
        {
            Name = "alpha-error", Title = "Error of α", IsLogarithmic = true,
            Meaning =
                "Largest deviation over λ of α from the closed form of the unconstrained features model; 0 when its optimum was " +
                "reached.",
        },
        new()
        {
            Name = "beta-error", Title = "Error of β", IsLogarithmic = true,
            Meaning = "Largest deviation over λ of β from the closed form of the unconstrained features model; 0 when its optimum was reached.",
        },
        new()
        {
            Name = "amplification-error", Title = "Error of A", IsLogarithmic = true,
            Meaning = "Largest deviation over λ of A from the closed form of the unconstrained features model; 0 when its optimum was reached.",
        },
    ];
}
