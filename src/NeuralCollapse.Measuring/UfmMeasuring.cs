using NeuralCollapse.Measures;
using NeuralCollapse.Specs;
using NeuralCollapse.Training;

namespace NeuralCollapse.Measuring;

/// <summary>Measures the features of the unconstrained features model, and how far they are from what theory predicts at the scale of W.</summary>
/// <remarks>An error is NaN where the optimum is not defined at some lambda of the cell: no amplification where unmixed samples end at 0.</remarks>
public sealed class UfmMeasuring(UfmCell cell)
{
    private readonly UfmSpec model = cell.Ufm;

    /// <summary>All that is recorded of them.</summary>
    public Measurement Of(UfmEpoch trained)
    {
        var classifier = new Classifier(trained.Weights, trained.Bias);
        var dimension = classifier.Weights.Dimension;
        var unmixed = new VectorSet(trained.Features[..(model.Classes * dimension)], dimension); // one for each class, at its index
        var geometry = new MixedGeometry(unmixed, new double[dimension], classifier.Weights.Centred());
        var learned = model.Classifier as LearnedClassifier;
        return Measurement.Of(trained.Epoch, MetricTable.OfUfm, new()
        {
            Objective = trained.Objective,
            Classifier = learned is null ? null : classifier,
            CentredMeans = unmixed.Centred(),
            Mixed = Mixed(trained.Epoch, new(trained.Features, dimension), geometry, learned),
        });
    }

    private MixedOutputs Mixed(int epoch, VectorSet features, MixedGeometry geometry, LearnedClassifier? learned)
    {
        var offset = model.Offset == UfmOffset.Free ? LogitOffset.Free : LogitOffset.None;
        var mu = geometry.Scale / model.FeatureDecay;
        MixedOptimum Optimum(double lambda) => cell.Loss.Optimum(new(model.Classes, mu), lambda, offset);
        var prediction = mu > 0 ? new(mu, Optimum(1).Alpha, Optimum) : MixedPrediction.None; // decays may let a learned classifier vanish
        var samples = UfmSamples.Of(model);
        var alphaSame = geometry.AlphaSame(features, [.. Enumerable.Range(0, model.Classes)]);
        return new()
        {
            AlphaSame = alphaSame,
            Mu = mu,
            PredictedMu = learned is null ? null : PredictedMu(model.FeatureDecay * learned.WeightDecay, offset),
            IsClosedForm = true,
            Points = [.. samples.Index().GroupBy(s => s.Item.Lambda).OrderBy(s => s.Key).Select(s => geometry.At(
                epoch, s.Key, Rows(features, s.Select(sample => sample.Index)), [.. s.Select(sample => (sample.Item.Sample, sample.Item.Partner))], alphaSame, prediction))],
        };
    }

    private static VectorSet Rows(VectorSet features, IEnumerable<int> indices) => new([.. indices.SelectMany(i => features[i].ToArray())], features.Dimension);

    /// <summary>mu that theory predicts for a simplex learned on the samples of the model.</summary>
    private double PredictedMu(double decays, LogitOffset offset)
    {
        var share = 1.0 / (1 + (model.Partners * model.Lambdas.Count));
        return LearnedClassifierOptimum.Mu(
            model.Classes,
            decays,
            (theory, lambda) => cell.Loss.Optimum(theory, lambda, offset),
            [(1, share), .. model.Lambdas.Select(lambda => (lambda, model.Partners * share))]);
    }
}
