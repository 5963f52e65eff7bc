using NeuralCollapse.Measures;
using NeuralCollapse.Records;
using NeuralCollapse.Training;

namespace NeuralCollapse.Runner;

/// <summary>All that is measured of a network after one epoch.</summary>
internal sealed record Measurement(MetricRow Row, IReadOnlyList<ReliabilityRow> Reliability)
{
    /// <summary>Collapse is measured on the training set, unmixed and in evaluation mode; calibration on both sets.</summary>
    public static Measurement Of(TrainedEpoch trained, int classes)
    {
        var (train, test) = (trained.OnTrain(), trained.OnTest());
        var (trainLogits, testLogits) = (Logits(train, classes), Logits(test, classes));
        var reliability = ReliabilityBins.From(testLogits);
        var features = new LabelledFeatures(Wide(train.Features), train.Labels, classes);
        var classifier = new Classifier(Wide(trained.ClassifierWeights), Wide(trained.ClassifierBiases));
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
                    new("test-accuracy", Accuracy.Of(testLogits)),
                    new("test-ece", ExpectedCalibrationError.Of(reliability)),
                    .. CollapseMetrics.Of(features, classifier),
                ],
            },
            [.. reliability.Select(Bin)]);
    }

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
