using MathNet.Numerics.LinearAlgebra;

namespace NeuralCollapse.Measures.Tests;

public class DecomposingVectors
{
    public static TheoryData<int, int, int> Shapes => new() { { 1, 1, 1 }, { 2, 3, 5 }, { 3, 10, 64 }, { 4, 20, 6 }, { 5, 40, 80 } };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void SingularValuesAreThoseOfAnotherProgram(int seed, int count, int dimension)
    {
        var rows = RandomCase.Vectors(seed, count, dimension);
        var expected = RandomCase.AsMatrix(rows).Svd().S;

        var svd = ThinSvd.Of(rows, count, 1e-12);

        Assert.Equal(Math.Min(count, dimension), svd.Rank);
        Assert.All(expected.Zip(svd.SingularValues), pair => Assert.Equal(pair.First, pair.Second, 1e-12 * expected[0]));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void FactorsAreOrthonormalAndGiveTheRowsBack(int seed, int count, int dimension)
    {
        var rows = RandomCase.Vectors(seed, count, dimension);

        var svd = ThinSvd.Of(rows, count, 1e-12);

        var left = Matrix<double>.Build.DenseOfColumns(svd.Left);
        var right = Matrix<double>.Build.DenseOfRows(svd.Right);
        var identity = Matrix<double>.Build.DenseIdentity(svd.Rank);
        Assert.InRange(((left.Transpose() * left) - identity).FrobeniusNorm(), 0, 1e-12);
        Assert.InRange(((right * right.Transpose()) - identity).FrobeniusNorm(), 0, 1e-12);
        var back = left * Matrix<double>.Build.DenseOfDiagonalArray([.. svd.SingularValues]) * right;
        Assert.InRange((back - RandomCase.AsMatrix(rows)).FrobeniusNorm(), 0, 1e-12 * svd.SingularValues[0] * count);
    }

    [Fact]
    public void SmallSingularValuesKeepTheirRelativeAccuracy()
    {
        // Rows of very different length: their product with their transpose would lose the short ones altogether.
        var rotation = RandomCase.Rotation(1, 3);
        double[] expected = [1, 1e-7, 1e-13];
        var rows = new VectorSet([.. expected.SelectMany((s, c) => rotation.Row(c).Select(x => s * x))], 3);

        var svd = ThinSvd.Of(rows, 3, 0);

        Assert.All(expected.Zip(svd.SingularValues), pair => Assert.Equal(pair.First, pair.Second, 1e-13 * pair.First));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(30)]
    public void DependentRowsOfAnyLengthSettleAtTheirRank(int rank)
    {
        for (var seed = 1; seed <= 2; seed++)
        {
            var mixing = RandomCase.AsMatrix(RandomCase.Vectors(seed, 60, rank));
            var lengths = Matrix<double>.Build.DenseDiagonal(60, 60, c => Math.Pow(10, -c / 20.0));
            var rows = lengths * mixing * RandomCase.AsMatrix(RandomCase.Vectors(seed + 50, rank, 40));

            var svd = ThinSvd.Of(new VectorSet(rows.ToRowMajorArray(), 40), 60, 60 * Math.Pow(2, -52));

            Assert.Equal(rank, svd.Rank);
        }
    }

    [Fact]
    public void RankIsCutToTheMaximumGivenAndToTheRelativeCutoff()
    {
        var rows = new VectorSet([1e-20, 0, 0, 0, 3, 0, 0, 0, 2], 3);

        Assert.Equal([3.0, 2.0], ThinSvd.Of(rows, 3, 1e-12).SingularValues);
        Assert.Equal([3.0], ThinSvd.Of(rows, 1, 1e-12).SingularValues);
        Assert.Equal(0, ThinSvd.Of(new VectorSet(new double[6], 3), 2, 1e-12).Rank);
    }

    [Fact]
    public void SameRowsGiveTheSameBits()
    {
        var first = ThinSvd.Of(RandomCase.Vectors(8, 10, 64), 9, 1e-12);
        var second = ThinSvd.Of(RandomCase.Vectors(8, 10, 64), 9, 1e-12);

        Assert.Equal(first.SingularValues, second.SingularValues);
        Assert.Equal(first.Right, second.Right);
    }
}
