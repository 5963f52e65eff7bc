namespace NeuralCollapse.Measures.Tests;

/// <summary>What does not change the geometry does not change a measure.</summary>
public class Invariance
{
    private const int Classes = 5;
    private const int Dimension = 9;

    // Turning and scaling round every component once; ten digits leave room for the conditioning of random centres.
    private const double RelativeTolerance = 1e-10;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void UnderRotation(int seed)
    {
        var (features, weights) = Arrange(seed);
        var rotation = RandomCase.Rotation(seed + 1000, Dimension);

        Same(All(features, weights), All(RandomCase.Turned(features, rotation), RandomCase.Turned(weights, rotation)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void UnderScalingOfFeaturesAndOfWeights(int seed)
    {
        var (features, weights) = Arrange(seed);
        var larger = new LabelledFeatures([.. features.Values.Select(x => 130 * x)], features.Labels, Classes);
        var smaller = new VectorSet([.. weights.Values.Select(x => x / 70)], Dimension);

        Same(All(features, weights), All(larger, smaller));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void UnderTranslationOfFeatures(int seed)
    {
        var (features, weights) = Arrange(seed);
        var moved = new LabelledFeatures([.. features.Values.Select((x, j) => x + 10 + (j % Dimension))], features.Labels, Classes);

        // Agreement is left out: without bias the classifier is not invariant under translation.
        Same(All(features, weights)[..^1], All(moved, weights)[..^1]);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void UnderTheOrderOfSamples(int seed)
    {
        var (features, weights) = Arrange(seed);
        var order = Enumerable.Range(0, features.Samples).ToArray();
        new Random(seed).Shuffle(order);
        var shuffled = new LabelledFeatures(
            [.. order.SelectMany(i => features[i].ToArray())], [.. order.Select(i => features.Labels[i])], Classes);

        Same(All(features, weights), All(shuffled, weights));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void UnderTheNamingOfClasses(int seed)
    {
        var (features, weights) = Arrange(seed);
        var oldNames = Enumerable.Range(0, Classes).ToArray();
        new Random(seed).Shuffle(oldNames);
        var renamed = new LabelledFeatures(features.Values, [.. features.Labels.Select(c => Array.IndexOf(oldNames, c))], Classes);
        var reordered = new VectorSet([.. oldNames.SelectMany(c => weights[c].ToArray())], Dimension);

        Same(All(features, weights), All(renamed, reordered));
    }

    private static (LabelledFeatures Features, VectorSet Weights) Arrange(int seed) =>
        (RandomCase.Features(seed, Classes, Dimension), RandomCase.Vectors(seed + 500, Classes, Dimension));

    private static double[] All(LabelledFeatures features, VectorSet weights)
    {
        var means = ClassMeans.Of(features);
        return
        [
            WithinClassVariability.Nc1(features, means),
            ScatterQuotient.Of(features, means),
            ClassDistanceNormalizedVariance.Of(features, means),
            Equinorm.Of(means.Centred),
            Equinorm.Of(weights),
            Equiangularity.Of(means.Centred),
            StructureError.Of(means.Centred),
            StructureError.Of(weights.Centred()),
            StructureError.Between(weights, means.Centred),
            SelfDuality.DistanceSquared(weights, means.Centred),
            SelfDuality.CosineDistance(weights, means.Centred),
            HypersphericalUniformity.Logarithm(means.Centred).Mean,
            NearestClassCentre.Accuracy(features, means),
            NearestClassCentre.Agreement(features, means, new(weights.Values, new double[Classes])),
        ];
    }

    private static void Same(double[] expected, double[] actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, Math.Abs(pair.First) * RelativeTolerance));
}
