namespace NeuralCollapse.Measures.Tests;

public class JudgingLogits
{
    [Fact]
    public void AccuracyIsTheFractionOfRightDecisions() =>
        Assert.Equal(2 / 3.0, Accuracy.Of(new LabelledLogits([2, 1, -1, 4, 0, 3], [0, 1, 0], 2)));

    [Fact]
    public void EqualLogitsDecideForTheLowerClass() => Assert.Equal(1, Argmax.Of([0, 2, 2, 1]));

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(100)]
    public void UniformOutputsHaveTheCrossEntropyLnC(int classes) =>
        Assert.Equal(Math.Log(classes), CrossEntropy.Of(new LabelledLogits([.. Enumerable.Repeat(3.5, classes)], [1], classes)), 1e-14);

    [Fact]
    public void CrossEntropyIsTheMeanNegativeLogProbability()
    {
        var logits = new LabelledLogits([0.3, -1.2, 2.0, 0, 0.5, -0.5], [2, 0], 3);
        var expected = -(Math.Log(Softmax.Of(logits[0])[2]) + Math.Log(Softmax.Of(logits[1])[0])) / 2;

        Assert.Equal(expected, CrossEntropy.Of(logits), 1e-14);
    }

    [Theory]
    [InlineData(1e4)]
    [InlineData(-1e4)]
    [InlineData(1e300)]
    public void LargeLogitsDoNotOverflow(double size)
    {
        Assert.Equal([0.5, 0.5], Softmax.Of([size, size]));
        Assert.Equal(0, CrossEntropy.Of(new LabelledLogits([Math.Abs(size), 0], [0], 2)));
        Assert.Equal(Math.Abs(size), CrossEntropy.Of(new LabelledLogits([0, Math.Abs(size)], [0], 2)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(50)]
    [InlineData(-700)]
    public void SoftmaxIgnoresACommonShiftAndSumsToOne(double shift)
    {
        var expected = Softmax.Of([1, 2, 3]);

        var probabilities = Softmax.Of([1 + shift, 2 + shift, 3 + shift]);

        Assert.Equal(1, probabilities.Sum(), 1e-15);
        Assert.All(expected.Zip(probabilities), pair => Assert.Equal(pair.First, pair.Second, 1e-15));
    }
}
