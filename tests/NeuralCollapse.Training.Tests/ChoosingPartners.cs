using NeuralCollapse.Specs;

namespace NeuralCollapse.Training.Tests;

public sealed class ChoosingPartners
{
    private static readonly int[] Labels = [2, 0, 1, 0, 2, 2, 1, 0, 0, 2];

    [Fact]
    public void OfAnyClassIsAPermutation() => Assert.Equal(Enumerable.Range(0, 10), Draw(PartnerChoice.Any, Labels).Order());

    [Fact]
    public void OfTheSameClassIsAPermutationWithinEveryClass()
    {
        var partners = Draw(PartnerChoice.SameClass, Labels);

        Assert.Equal(Labels, partners.Select(p => Labels[p]));
        Assert.Equal(Enumerable.Range(0, 10), partners.Order());
        Assert.NotEqual(Enumerable.Range(0, 10), partners);
    }

    [Fact]
    public void OfADifferentClassIsNeverOfTheSame() => Assert.All(
        Enumerable.Range(0, 100).Select(step => Draw(PartnerChoice.DifferentClass, Labels, step)),
        partners => Assert.All(partners.Index(), pair => Assert.NotEqual(Labels[pair.Index], Labels[pair.Item])));

    /// <summary>Sample 0, of class 2, has six samples to choose from.</summary>
    [Fact]
    public void OfADifferentClassIsUniform()
    {
        var counts = Enumerable.Range(0, 6000).Select(step => Draw(PartnerChoice.DifferentClass, Labels, step)[0]).CountBy(p => p).ToDictionary();

        Assert.Equal([1, 2, 3, 6, 7, 8], counts.Keys.Order());
        Assert.All(counts.Values, count => Assert.InRange(count, 880, 1120)); // four standard deviations of a binomial with n 6000, p 1/6
    }

    [Fact]
    public void TheOnlySampleOfItsClassStaysUnmixed() => Assert.Equal(2, Draw(PartnerChoice.SameClass, [0, 0, 1, 0])[2]);

    [Fact]
    public void ABatchOfOneClassStaysUnmixedWhereClassesShouldDiffer() =>
        Assert.Equal([0, 1, 2], Draw(PartnerChoice.DifferentClass, [4, 4, 4]));

    [Theory]
    [InlineData(PartnerChoice.Any)]
    [InlineData(PartnerChoice.SameClass)]
    [InlineData(PartnerChoice.DifferentClass)]
    public void IsAFunctionOfTheStream(PartnerChoice choice)
    {
        Assert.Equal(Draw(choice, Labels), Draw(choice, Labels));
        Assert.NotEqual(Draw(choice, Labels), Draw(choice, Labels, step: 1));
    }

    private static int[] Draw(PartnerChoice choice, int[] labels, int step = 0) =>
        new RandomStream(0, "mixup/partners", 1, step).NextPartners(choice, labels);
}
