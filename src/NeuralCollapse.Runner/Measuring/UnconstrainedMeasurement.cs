using NeuralCollapse.Measures;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;
using NeuralCollapse.Training;

namespace NeuralCollapse.Runner;

/// <summary>All that is measured of free features after one epoch, and how far they are from what theory predicts at the scale of W.</summary>
/// <remarks>An error is NaN where the optimum is not defined at some lambda of the cell: no amplification where unmixed samples end at 0.</remarks>
internal sealed record UnconstrainedMeasurement(MetricRow Row, IReadOnlyList<LambdaRow> Lambdas)
{
    public static UnconstrainedMeasurement Of(UnconstrainedEpoch trained, CellSpec cell)
    {
        var (model, data) = ((UnconstrainedModel)cell.Model, (MixedPairsData)cell.Data);
        var classifier = new Classifier(trained.Weights, trained.Bias);
        var rows = classifier.Weights.Centred();
        var scale = MixedGeometry.Scale(rows);
        var theory = new UnconstrainedFeatures(data.Classes, scale / model.FeatureDecay);
        var offset = model.Offset == UnconstrainedOffset.Free ? LogitOffset.Free : LogitOffset.None;
        var optima = data.Lambdas.Append(1).ToDictionary(lambda => lambda, lambda => PredictedOptimum.Of(cell.Loss, theory, lambda, offset));
        var lambdas = new UnconstrainedLambdas(trained, rows, scale, lambda => optima[lambda]).Of(FreeSamples.Of(data));
        return new(
            new()
            {
                Epoch = trained.Epoch,
                Metrics =
                [
                    new("objective", trained.Objective),
                    new("mu", theory.Mu),
                    new("alpha-same", lambdas[^1].Alpha),
                    new("amplification", lambdas[0].Amplification),
                    new("alpha-error", Largest(lambdas, row => row.Alpha - row.PredictedAlpha)),
                    new("beta-error", Largest(lambdas, row => row.Beta - row.PredictedBeta)),
                    new("amplification-error", Largest(lambdas, row => row.Amplification - row.PredictedAmplification)),
                    .. model.Classifier is LearnedClassifier learned
                        ?
                        [
                            new("predicted-mu", PredictedMu(cell.Loss, data, model.FeatureDecay * learned.WeightDecay, offset)),
                            .. Alignment(classifier, trained, data.Classes),
                        ]
                        : (IEnumerable<KeyValuePair<string, double>>)[],
                ],
            },
            lambdas);
    }

    /// <summary>The largest absolute deviation; NaN if there is one.</summary>
    private static double Largest(IReadOnlyList<LambdaRow> rows, Func<LambdaRow, double> deviation) =>
        rows.Select(row => Math.Abs(deviation(row))).Aggregate(Math.Max);

    /// <summary>mu that theory predicts for a simplex learned on the samples of the data.</summary>
    private static double PredictedMu(LossSpec loss, MixedPairsData data, double decays, LogitOffset offset)
    {
        var share = 1.0 / (1 + data.Partners * data.Lambdas.Count);
        return LearnedClassifierOptimum.Mu(
            data.Classes,
            decays,
            (theory, lambda) => PredictedOptimum.Of(loss, theory, lambda, offset),
            [(1, share), .. data.Lambdas.Select(lambda => (lambda, data.Partners * share))]);
    }

    /// <summary>Collapse of the weights, and onto them, of the samples of one class alone: one for each class, at its place.</summary>
    private static IEnumerable<KeyValuePair<string, double>> Alignment(Classifier classifier, UnconstrainedEpoch trained, int classes)
    {
        var dimension = classifier.Weights.Dimension;
        var centred = new VectorSet(trained.Features[..(classes * dimension)], dimension).Centred();
        return
        [
            new("nc2-equinorm-weights", Equinorm.Of(classifier.Weights)),
            new("nc2-equiangular-weights", Equiangularity.Of(classifier.Weights)),
            new("nc3-structure", StructureError.Between(classifier.Weights, centred)),
            new("nc3-distance-squared", SelfDuality.DistanceSquared(classifier.Weights, centred)),
            new("nc3-cosine-distance", SelfDuality.CosineDistance(classifier.Weights, centred)),
        ];
    }
}
