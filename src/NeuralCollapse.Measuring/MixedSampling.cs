using NeuralCollapse.Measures;
using NeuralCollapse.Specs;
using NeuralCollapse.Training;

namespace NeuralCollapse.Measuring;

/// <summary>
/// Pairs of training samples to be mixed, the same at every epoch: of different classes, each at all <see cref="Lambdas"/>, and of one
/// class, at a uniform lambda.
/// </summary>
public sealed class MixedSampling
{
    private const int LeastPerClass = 10;

    private readonly int[] labels;
    private readonly List<MixedPair> pairs;
    private readonly int classes;

    public MixedSampling(NetworkCell cell, DataSet data)
    {
        (labels, classes) = (data.Train.Labels, data.Classes);
        var members = Enumerable.Range(0, labels.Length).GroupBy(i => labels[i]).OrderBy(g => g.Key).Select(g => g.ToArray()).ToArray();
        var random = new RandomStream(cell.Seed, "mixed/pairs");
        int Member(int label) => members[label][random.NextIndex(members[label].Length)];

        pairs = [.. Enumerable.Range(0, cell.Measure.MixedPairs).Select(_ =>
        {
            var label = random.NextIndex(members.Length);
            var partner = (label + 1 + random.NextIndex(members.Length - 1)) % members.Length;
            return new MixedPair(Member(label), Member(partner), 1);
        })];
        var each = Math.Max(LeastPerClass, 2 * pairs.Count / members.Length);
        SameClass = [.. Enumerable.Range(0, each * members.Length).Select(i => new MixedPair(Member(i % members.Length), Member(i % members.Length), random.NextUniform()))];
    }

    /// <summary>0.5, 0.55 .. 1.</summary>
    public static IReadOnlyList<double> Lambdas { get; } = [.. Enumerable.Range(10, 11).Select(i => i / 20.0)];

    /// <summary>Label and partner of each pair of different classes.</summary>
    public IReadOnlyList<(int Label, int Partner)> Classes => [.. pairs.Select(pair => (labels[pair.Sample], labels[pair.Partner]))];

    /// <summary>The pairs of different classes at a lambda.</summary>
    public IReadOnlyList<MixedPair> PairsAt(double lambda) => [.. pairs.Select(pair => pair with { Lambda = lambda })];

    /// <summary>The pairs of one class, each at a lambda of its own.</summary>
    public IReadOnlyList<MixedPair> SameClass { get; }

    /// <summary>Their classes.</summary>
    public int[] LabelsOfSameClass => [.. SameClass.Select(pair => labels[pair.Sample])];

    /// <summary>Features of the pairs of different classes at a lambda, a row for each.</summary>
    public VectorSet At(double lambda, TrainedEpoch trained) => Rows(trained, PairsAt(lambda));

    /// <summary>Features of samples mixed within their class.</summary>
    public LabelledFeatures WithinClasses(TrainedEpoch trained) => new(Rows(trained, SameClass).Values, LabelsOfSameClass, classes);

    private static VectorSet Rows(TrainedEpoch trained, IReadOnlyList<MixedPair> mixed)
    {
        var features = Array.ConvertAll(trained.FeaturesOf(mixed), value => (double)value);
        return new(features, features.Length / mixed.Count);
    }
}
