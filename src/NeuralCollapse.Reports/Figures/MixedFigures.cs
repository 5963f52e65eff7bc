using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>The geometry of mixed samples against its prediction, and how it unfolds.</summary>
internal static class MixedFigures
{
    private const string Lines =
        "Thick lines are means over the seeds, thin lines are single seeds; the wide grey line is the prediction at the fitted μ.";

    private static readonly MixedFigure Geometry = new()
    {
        Name = "mixed-geometry",
        Title = "Amplification of mixed samples after the last epoch.",
        Explanation =
            "A(λ) is the sum of the coefficients of a mixed feature on its two classifiers, in units of the α of same-class samples: 1 " +
            $"on the chord between class means, above 1 where features bow out of it. {Lines}",
        YTitle = "A",
        Curves = [new(MixedCurves.Amplification, MixedCurves.PredictedAmplification, "", 0)],
        References = [(1, 1)],
        ReferenceName = "on the chord",
        ShowsUnmixed = true,
    };

    private static readonly MixedFigure Coefficients = new()
    {
        Name = "mixed-coefficients",
        Title = "Coefficients of mixed samples after the last epoch.",
        Explanation =
            "α is the coefficient on the classifier of the class with share λ, β the one on the classifier of the other class, in units " +
            "of the α of same-class samples. On the chord they are λ " +
            $"and 1 − λ, at the vertex of the majority class 1 and 0. {Lines}",
        YTitle = "α, β",
        Curves =
        [
            new(MixedCurves.Alpha, MixedCurves.PredictedAlpha, "α", 1),
            new(MixedCurves.Beta, MixedCurves.PredictedBeta, "β", 0),
        ],
        References = [(0.5, 1), (0.5, 0)],
        ReferenceName = "on the chord",
        ShowsUnmixed = false,
    };

    private static readonly CurvePanel[] Unfolding =
    [
        new("A at λ = ½", false, MixedCurves.HalfAmplification),
        new("Distance from the optimum", true, MixedCurves.Distance),
        new("Thickness at λ = ½", false, MixedCurves.HalfThickness),
    ];

    /// <returns>Null when theory predicts nothing of any cell.</returns>
    public static Figure? DrawGeometry(ExperimentSummary summary) => Geometry.Draw(summary);

    /// <returns>Null when theory predicts nothing of any cell.</returns>
    public static Figure? DrawCoefficients(ExperimentSummary summary) => Coefficients.Draw(summary);

    /// <returns>Null when mixed samples were not measured, or after one epoch only.</returns>
    public static Figure? DrawCourse(ExperimentSummary summary) => CurvePanels.OverEpochs(
        summary,
        "mixed-curves",
        "Geometry of mixed samples during training.",
        "A is drawn where it lies between " +
        $"{Numbers.Format(MixedCurves.Least)} and {Numbers.Format(MixedCurves.Most)}. The distance is that from the predicted features, " +
        "averaged over λ, in lengths of the predicted feature of an unmixed sample, where theory makes a prediction. Thickness is the part of a " +
        "feature's length outside the plane of its two classifiers.",
        Unfolding);
}
