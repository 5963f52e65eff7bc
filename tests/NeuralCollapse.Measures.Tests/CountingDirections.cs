namespace NeuralCollapse.Measures.Tests;

public sealed class CountingDirections
{
    private static readonly double[] Plane = [1, 0, 0, -1, 0, 0, 0, 1, 0, 0, -1, 0];

    [Fact]
    public void EquallyLongDirectionsAreCounted() => Assert.Equal(2, EffectiveRank.Of(new(Plane, [0, 0, 1, 1], 2)), 1e-12);

    /// <summary>Of shares 3/4 and 1/4 the entropy is ln 4 - (3/4) ln 3.</summary>
    [Fact]
    public void AShorterDirectionCountsForLess() => Assert.Equal(
        4 / Math.Pow(3, 0.75), EffectiveRank.Of(new([3, 0, 0, -3, 0, 0, 0, 1, 0, 0, -1, 0], [0, 0, 1, 1], 2)), 1e-12);

    [Fact]
    public void ScaleAndPlaceDoNotMatter() => Assert.Equal(2, EffectiveRank.Of(new(Array.ConvertAll(Plane, v => (1e-3 * v) + 7), [0, 0, 1, 1], 2)), 1e-9);

    [Fact]
    public void CollapsedClassesHaveOneDirectionFewerThanThereAreClasses()
    {
        double[] corners = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0];

        Assert.Equal(2, EffectiveRank.Of(new([.. corners, .. corners], [0, 1, 2, 0, 1, 2], 3)), 1e-9);
    }

    [Fact]
    public void EqualFeaturesHaveNone() => Assert.Equal(double.NaN, EffectiveRank.Of(new([1, 2, 1, 2], [0, 1], 2)));
}
