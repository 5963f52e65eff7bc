using NeuralCollapse.Measures;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;
using NeuralCollapse.Training;

namespace NeuralCollapse.Runner;

/// <summary>All that is measured of a network after one epoch.</summary>
internal sealed record Measurement(MetricRow Row, IReadOnlyList<ReliabilityRow> Reliability, IReadOnlyList<LambdaRow> Lambdas)
{
    /// <summary>
    /// Collapse is measured on the training set, unmixed and in evaluation mode; predictions on all sets; mixed features on training
    /// images.
    /// </summary>
    public static Measurement Of(TrainedEpoch trained, CellSpec cell, int classes, MixedSampling? mixed)
    {
        var (train, test) = (trained.OnTrain(), trained.OnTest());
        var (trainLogits, testLogits) = (Logits(train, classes), Logits(test, classes));
        var reliability = ReliabilityBins.From(testLogits);
        var features = Features(train, classes);
        var means = ClassMeans.Of(features);
        var classifier = new Classifier(Wide(trained.ClassifierWeights), Wide(trained.ClassifierBiases));
        var (mixedMetrics, lambdas) = mixed is null ? ([], []) : OfMixed(trained, cell, means, classifier, mixed);
        return new(
            new()
            {
                Epoch = trained.Epoch,
                Metrics =
                [
                    new("objective", trained.Objective),
                    new("train-loss", train.Loss),
                    new("train-accuracy", Accuracy.Of(trainLogits)),
                    new("train-ece", ExpectedCalibrationError.Of(trainLogits)),
                    new("test-loss", test.Loss),
                    .. PredictionMetrics.OnTest(testLogits, reliability),
                    .. trained.OnValidation() is { } heldOut ? PredictionMetrics.OnValidation(Logits(heldOut, classes), heldOut.Loss, testLogits) : [],
                    .. CollapseMetrics.OnTrain(features, means, classifier),
                    .. CollapseMetrics.OnTest(Features(test, classes), means, classifier),
                    .. mixedMetrics,
                ],
            },
            [.. reliability.Select(Bin)],
            lambdas);
    }

    private static (IReadOnlyList<KeyValuePair<string, double>> Metrics, IReadOnlyList<LambdaRow> Lambdas) OfMixed(
        TrainedEpoch trained, CellSpec cell, ClassMeans means, Classifier classifier, MixedSampling mixed)
    {
        var within = mixed.WithinClasses(trained);
        var geometry = new MixedGeometry(means, classifier, within, alphaSame => FittedOptimum.Of(cell, means.Classes, alphaSame));
        var rows = MixedSampling.Lambdas.Select(lambda => geometry.At(trained.Epoch, lambda, mixed.At(lambda, trained), mixed.Classes)).ToList();
        return (
            [
                new("mixed-nc1", WithinClassVariability.Nc1(within, ClassMeans.Of(within))),
                new("alpha-same", geometry.AlphaSame),
                new("mu", geometry.Mu),
                new("amplification", rows[0].Amplification),
            ],
            rows);
    }

    private static LabelledFeatures Features(LayerOutputs outputs, int classes) => new(Wide(outputs.Features), outputs.Labels, classes);

    private static LabelledLogits Logits(LayerOutputs outputs, int classes) => new(Wide(outputs.Logits), outputs.Labels, classes);

    private static double[] Wide(float[] values) => Array.ConvertAll(values, value => (double)value);

    private static ReliabilityRow Bin(ReliabilityBin bin) => new()
    {
        Lower = bin.Lower,
        Upper = bin.Upper,
        Count = bin.Count,
        Confidence = bin.MeanConfidence,
        Accuracy = bin.Accuracy,
    };
}
