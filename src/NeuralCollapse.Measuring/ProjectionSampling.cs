using NeuralCollapse.Measures;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;
using NeuralCollapse.Training;

namespace NeuralCollapse.Measuring;

/// <summary>
/// Mixed training samples of a few classes, the same at every epoch, and where they fall in the plane of the classes' classifiers
/// (Fisher, Meng and Papyan 2024, figure 1): lambda is uniform, both samples of a pair are drawn from all the chosen classes.
/// </summary>
public sealed class ProjectionSampling
{
    private readonly int[] classes;
    private readonly int[] labels;
    private readonly List<MixedPair> pairs;
    private readonly NormalizationMode mode;

    /// <exception cref="UserErrorException">The data have fewer classes than are to be projected.</exception>
    public ProjectionSampling(NetworkCell cell, DataSet data)
    {
        if (data.Classes < cell.Measure.ProjectionClasses)
        {
            throw new UserErrorException(
                $"measure.projection-classes: expected at most the {data.Classes} classes of the data, got {cell.Measure.ProjectionClasses}\n" +
                "  remedy: write projection-classes: 0, for no projection");
        }

        classes = [.. new RandomStream(cell.Seed, "projection/classes").NextPermutation(data.Classes).Take(cell.Measure.ProjectionClasses).Order()];
        labels = data.Train.Labels;
        mode = cell.Measure.ProjectionMode;
        var candidates = Enumerable.Range(0, labels.Length).Where(i => classes.Contains(labels[i])).ToArray();
        var random = new RandomStream(cell.Seed, "projection/pairs");
        pairs = [.. Enumerable.Range(0, cell.Measure.ProjectionSamples).Select(_ => new MixedPair(
            candidates[random.NextIndex(candidates.Length)], candidates[random.NextIndex(candidates.Length)], random.NextUniform()))];
    }

    /// <summary>Where the network puts the classifiers and the mixed samples.</summary>
    public Projection Project(TrainedEpoch trained)
    {
        var weights = Array.ConvertAll(trained.ClassifierWeights, value => (double)value);
        var features = Array.ConvertAll(trained.FeaturesOf(pairs, mode), value => (double)value);
        var dimension = features.Length / pairs.Count;
        var rows = new VectorSet([.. classes.SelectMany(c => weights[(c * dimension)..((c + 1) * dimension)])], dimension);
        var plane = PlanarProjection.Of(rows);
        return new()
        {
            Epoch = trained.Epoch,
            Points =
            [
                .. plane.Project(rows).Zip(classes, (at, c) => Point(ProjectedKind.Classifier, at, c, c, 1)),
                .. plane.Project(new(features, dimension))
                    .Zip(pairs, (at, pair) => Point(ProjectedKind.Sample, at, labels[pair.Sample], labels[pair.Partner], pair.Lambda)),
            ],
        };
    }

    private static ProjectedPoint Point(ProjectedKind kind, (double X, double Y) at, int classA, int classB, double lambda) =>
        new() { Kind = kind, X = at.X, Y = at.Y, ClassA = classA, ClassB = classB, Lambda = lambda };
}
