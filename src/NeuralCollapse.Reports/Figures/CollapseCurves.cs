using NeuralCollapse.Measures;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>Measures of neural collapse over the epochs, a panel for each.</summary>
internal static class CollapseCurves
{
    private static readonly Metric[] Main =
    [
        WithinClassVariability.OnTrain, Equinorm.OfMeans, Equiangularity.OfMeans, SelfDuality.OnTrain, StructureError.OfDuality,
        NearestClassCentre.AgreementOnTrain,
    ];

    private static readonly Metric[] More =
    [
        ClassDistanceNormalizedVariance.OnTrain, StructureError.OfMeans, StructureError.OfWeights, ScatterQuotient.OnTrain, Equinorm.OfWeights,
        Equiangularity.OfWeights,
    ];

    /// <summary>The four properties of neural collapse.</summary>
    /// <returns>Null when none was measured over the epochs.</returns>
    public static Figure? DrawMain(ExperimentSummary summary) => CurvePanels.OverEpochs(
        summary,
        "collapse-curves",
        "Neural collapse during training.",
        "Measured on the unmixed training samples; NC1 and NC3 have logarithmic axes. All but the agreement of NC4 fall to 0 at perfect " +
        "collapse.",
        Main.Select(CurvePanel.Of));

    /// <summary>Other ways to measure the same, and the classifier's side of them.</summary>
    /// <returns>Null when none was measured over the epochs.</returns>
    public static Figure? DrawMore(ExperimentSummary summary) => CurvePanels.OverEpochs(
        summary,
        "collapse-curves-more",
        "Further measures of collapse during training.",
        "Measured on the unmixed training samples. CDNV and the quotient measure within-class variability without inverting a matrix; " +
        "the others compare class means and classifier with a simplex. All fall to 0 at perfect collapse.",
        More.Select(CurvePanel.Of));
}
