using NeuralCollapse.Measures;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>Collapse from layer to layer after the last epoch, and where mixed samples lie there.</summary>
internal static class LayerCurves
{
    private static readonly CurvePanel[] Panels =
    [
        new("NC1", true, Of(layer => layer.Nc1)),
        new("CDNV", true, Of(layer => layer.Cdnv)),
        new("Effective rank", false, Of(layer => layer.EffectiveRank)),
        new("Nearest-centre accuracy (%)", false, Of(layer => 100 * layer.NearestCentreAccuracy)),
        new("A at λ = ½", false, Of(layer => layer.AtHalf.Amplification)),
        new("Partner's share at λ = ¾", false, Of(layer => layer.AtThreeQuarters.Partner / (layer.AtThreeQuarters.Own + layer.AtThreeQuarters.Partner))),
    ];

    /// <returns>Null when no layers were measured, or one alone.</returns>
    public static Figure? Draw(ExperimentSummary summary) => summary.Groups.SelectMany(group => group.Cells).Any(cell => Last(cell).Count() > 1)
        ? CurvePanels.Over(
            Axis.Linear([0, 1]),
            "Depth",
            summary,
            "layers",
            "Collapse from layer to layer after the last epoch.",
            "The pooled output of each layer, on unmixed training samples; its depth is its number over that of all, 1 for the features. NC1 and " +
            "CDNV have logarithmic axes. Of mixed samples, A is the sum of their coefficients on the class means of the layer, 1 on the chord; a layer that is " +
            "linear between its classes gives the partner 0.25 at λ = ¾.",
            Panels)
        : null;

    private static CellCurve Of(Func<LayerPoint, double> value) => cell => Last(cell).Select(layer => (layer.Depth, value(layer))).Where(point => double.IsFinite(point.Item2));

    private static IEnumerable<LayerPoint> Last(CellRecord cell) => cell.Layers.Where(layer => layer.Epoch == cell.Layers[^1].Epoch);
}
