using NeuralCollapse.Measures;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;
using NeuralCollapse.Training;

namespace NeuralCollapse.Measuring;

/// <summary>
/// Measures the networks of a cell: collapse on the training set, unmixed and in evaluation mode; predictions on all sets; mixed features
/// of training images. Which images are mixed is drawn once and is the same after every epoch.
/// </summary>
public sealed class NetworkMeasuring(NetworkCell cell, DataSet data)
{
    private readonly MixedSampling? mixed = cell.Measure.MixedPairs > 0 ? new(cell, data) : null;
    private readonly ProjectionSampling? projected = cell.Measure.ProjectionClasses > 0 ? new(cell, data) : null;

    /// <summary>All that is recorded of a network.</summary>
    /// <exception cref="DivergedException">Its outputs are not finite.</exception>
    public Measurement Of(TrainedEpoch trained)
    {
        var train = Outputs(trained.OnTrain());
        var classifier = new Classifier(Wide(trained.ClassifierWeights), Wide(trained.ClassifierBiases));
        var measured = new Measured
        {
            Objective = trained.Objective,
            Train = train,
            Test = Outputs(trained.OnTest()),
            Validation = trained.OnValidation() is { } heldOut ? Outputs(heldOut) : null,
            Classifier = classifier,
            Mixed = mixed is null ? null : Mixed(trained, train.Means, classifier, mixed),
        };
        return Measurement.Of(trained.Epoch, MetricTable.OfNetwork, measured) with
        {
            Projection = projected?.Project(trained),
            Layers = cell.Measure.Layers ? LayerMeasuring.Of(trained, data, mixed) : [],
            Curve = [.. trained.Passes.Select(pass => new CurvePoint(pass.Epoch, pass.LearningRate, pass.Objective, pass.Accuracy))],
        };
    }

    private MixedOutputs Mixed(TrainedEpoch trained, ClassMeans means, Classifier classifier, MixedSampling samples)
    {
        var within = samples.WithinClasses(trained);
        var geometry = new MixedGeometry(means.Means, means.GlobalMean, classifier.Weights.Centred());
        var alphaSame = geometry.AlphaSame(new(within.Values, within.Dimension), within.Labels);
        var prediction = FittedPrediction.Of(cell, means.Classes, alphaSame);
        List<VectorSet> features = [.. MixedSampling.Lambdas.Select(lambda => samples.At(lambda, trained))];
        return new()
        {
            WithinClasses = new(within),
            AlphaSame = alphaSame,
            Mu = prediction.Mu,
            ExcessLoss = MixedExcess.Of(cell.Loss, classifier, features, samples.Classes, prediction, FittedPrediction.OffsetOf(cell)),
            Points = [.. MixedSampling.Lambdas.Select((lambda, at) => geometry.At(
                trained.Epoch, lambda, features[at], samples.Classes, alphaSame, prediction))],
        };
    }

    private SampleOutputs Outputs(LayerOutputs outputs) => new(
        new(Wide(outputs.Features), outputs.Labels, data.Classes), new(Wide(outputs.Logits), outputs.Labels, data.Classes), outputs.Loss);

    private static double[] Wide(float[] values) => Array.ConvertAll(values, value => (double)value);
}
