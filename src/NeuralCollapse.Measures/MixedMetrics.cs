namespace NeuralCollapse.Measures;

/// <summary>Features of mixed samples against the unconstrained features model.</summary>
public static class MixedMetrics
{
    public static Metric AlphaSame { get; } = new()
    {
        Name = "alpha-same",
        Title = "α of same class",
        Meaning = "Mean coefficient α of samples mixed within their class on the centred classifier of that class, in units of logits.",
        Value = measured => measured.Mixed?.AlphaSame,
    };

    public static Metric Mu { get; } = new()
    {
        Name = "mu",
        Title = "μ",
        IsLogarithmic = true,
        Meaning =
            "Scale of the classifier divided by the decay of the features in the unconstrained features model (UFM), fitted to the α " +
            "of same-class samples; nan where no μ gives that α, or theory does not cover the cell. In the UFM itself: as given or " +
            "learned.",
        Value = measured => measured.Mixed?.Mu,
    };

    public static Metric PredictedMu { get; } = new()
    {
        Name = "predicted-mu",
        Title = "Predicted μ",
        IsLogarithmic = true,
        Meaning = "The μ of the simplex that a classifier learned in the UFM should become, computed from the two decays.",
        Value = measured => measured.Mixed?.PredictedMu,
    };

    public static Metric AmplificationAtHalf { get; } = new()
    {
        Name = "amplification",
        Title = "A at λ = ½",
        Meaning =
            "(α + β) divided by the α of same-class samples, for equal mixtures of two classes: 1 on the chord between class means, " +
            "above 1 where features bow out of it.",
        Value = measured => measured.Mixed is { } mixed ? mixed.Points.FirstOrDefault(point => point.Lambda == 0.5)?.Amplification ?? double.NaN : null,
    };

    public static Metric RatioAtThreeQuarters { get; } = new()
    {
        Name = "coefficient-ratio",
        Title = "β/α at λ = ¾",
        Meaning =
            "Coefficient β on the classifier of the smaller share divided by α on that of the larger, for mixtures of two classes at λ = ¾: " +
            "⅓ on the chord between class means, 0 where features snap to the larger share, 1 where both labels count alike.",
        Value = measured => measured.Mixed is { } mixed ? mixed.Points.FirstOrDefault(point => point.Lambda == 0.75) is { } point ? point.Beta / point.Alpha : double.NaN : null,
    };

    public static Metric AmplificationMiss { get; } = new()
    {
        Name = "amplification-miss",
        Title = "Miss of A at λ = ½",
        IsLogarithmic = true,
        Meaning = "Absolute difference of A at λ = ½ from that of the optimum of the UFM at the fitted μ; 0 when theory holds, nan where it predicts nothing.",
        Value = measured => measured.Mixed is { } mixed
            ? mixed.Points.FirstOrDefault(point => point.Lambda == 0.5) is { } point ? Math.Abs(point.Amplification - point.PredictedAmplification) : double.NaN : null,
    };

    public static Metric ExcessLoss { get; } = new()
    {
        Name = "excess-loss",
        Title = "Excess loss",
        Meaning =
            "Loss on mixed training samples less that of the optimum of the UFM at the fitted μ, as a fraction of the latter; both are means " +
            "over λ uniform on [½, 1]. 0 when the optimum was reached: theory is put to the test only where it is small. nan where theory " +
            "predicts nothing.",
        Value = measured => measured.Mixed?.ExcessLoss,
    };

    public static Metric AlphaError { get; } = new()
    {
        Name = "alpha-error",
        Title = "Error of α",
        IsLogarithmic = true,
        Meaning = "Largest deviation over λ of α from the closed form of the UFM; 0 when its optimum was reached.",
        Value = measured => measured.Mixed?.Deviation(point => point.Alpha - point.PredictedAlpha),
    };

    public static Metric BetaError { get; } = new()
    {
        Name = "beta-error",
        Title = "Error of β",
        IsLogarithmic = true,
        Meaning = "Largest deviation over λ of β from the closed form of the UFM; 0 when its optimum was reached.",
        Value = measured => measured.Mixed?.Deviation(point => point.Beta - point.PredictedBeta),
    };

    public static Metric AmplificationError { get; } = new()
    {
        Name = "amplification-error",
        Title = "Error of A",
        IsLogarithmic = true,
        Meaning = "Largest deviation over λ of A from the closed form of the UFM; 0 when its optimum was reached.",
        Value = measured => measured.Mixed?.Deviation(point => point.Amplification - point.PredictedAmplification),
    };
}
