namespace NeuralCollapse.Measures.Tests;

public class ProjectingOntoThePlane
{
    private const double Tolerance = 1e-12;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 10)];

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2.5, 3)]
    [InlineData(0.01, 64)]
    public void SimplexIsDrawnAtTheIdealVerticesTimesItsSize(double radius, int dimension)
    {
        var rotation = RandomCase.Rotation(3, dimension);
        var simplex = RandomCase.Turned(Simplex.Of(3, dimension, radius), rotation);

        var points = PlanarProjection.Of(simplex).Project(simplex);

        var scale = radius * Math.Sqrt(1.5);
        Near([(0.7071 * scale, -0.4082 * scale), (-0.7071 * scale, -0.4082 * scale), (0, 0.8165 * scale)], points, 1e-4 * scale);
        Near([.. PlanarProjection.IdealVertices.Select(v => (v.X * scale, v.Y * scale))], points, Tolerance);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void DistancesInThePlaneOfTheClassifiersAreKept(int seed)
    {
        var classifiers = RandomCase.Vectors(seed, 3, 7);
        var projection = PlanarProjection.Of(classifiers);

        var points = projection.Project(classifiers);

        foreach (var (a, b) in new[] { (0, 1), (0, 2), (1, 2) })
        {
            var expected = (RandomCase.AsMatrix(classifiers).Row(a) - RandomCase.AsMatrix(classifiers).Row(b)).L2Norm();
            Assert.Equal(expected, Distance(points[a], points[b]), Tolerance);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void NoDistanceGrowsAndClassifiersLieAroundTheOrigin(int seed)
    {
        var classifiers = RandomCase.Vectors(seed, 3, 7);
        var features = RandomCase.Vectors(seed + 100, 2, 7);
        var projection = PlanarProjection.Of(classifiers);

        var points = projection.Project(features);

        var distance = (RandomCase.AsMatrix(features).Row(0) - RandomCase.AsMatrix(features).Row(1)).L2Norm();
        Assert.True(Distance(points[0], points[1]) < distance);
        var corners = projection.Project(classifiers);
        Assert.Equal(0, corners.Sum(p => p.X), Tolerance);
        Assert.Equal(0, corners.Sum(p => p.Y), Tolerance);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void DrawingDoesNotDependOnTheOrientationOfTheFeatureSpace(int seed)
    {
        var rotation = RandomCase.Rotation(seed, 7);
        var (classifiers, features) = (RandomCase.Vectors(seed, 3, 7), RandomCase.Vectors(seed + 100, 5, 7));

        var turned = PlanarProjection.Of(RandomCase.Turned(classifiers, rotation)).Project(RandomCase.Turned(features, rotation));

        Near(PlanarProjection.Of(classifiers).Project(features), turned, Tolerance);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void TriangleIsTurnedAsNearToTheIdealAsCanBe(int seed)
    {
        var classifiers = RandomCase.Vectors(seed, 3, 7);
        var points = PlanarProjection.Of(classifiers).Project(classifiers);

        var overlap = Overlap(points, 0);

        foreach (var angle in new[] { -2.0, -0.1, -0.001, 0.001, 0.1, 2.0 })
            Assert.True(Overlap(points, angle) < overlap);
    }

    [Fact]
    public void ClassifiersOnALineAreDrawnOnALine()
    {
        // The third is off the line by less than the relative cut-off.
        var classifiers = new VectorSet([1, 0, 0, -1, 0, 0, 3, 0, 1e-7], 3);

        var projection = PlanarProjection.Of(classifiers);

        var points = projection.Project(classifiers);
        var (first, second) = (Difference(points[1], points[0]), Difference(points[2], points[0]));
        Assert.Equal(0, (first.X * second.Y) - (first.Y * second.X), Tolerance);
        Assert.Equal(2, Distance(points[0], points[1]), 1e-6);
    }

    [Fact]
    public void ZeroClassifiersDrawEverythingAtTheOrigin()
    {
        var projection = PlanarProjection.Of(new VectorSet(new double[15], 5));

        Assert.All(projection.Project(RandomCase.Vectors(1, 4, 5)), point => Assert.Equal((0, 0), point));
    }

    /// <summary>Inner product of the triangle, turned further by an angle, with the ideal triangle.</summary>
    private static double Overlap((double X, double Y)[] points, double angle) => points.Zip(PlanarProjection.IdealVertices, (p, v) =>
        (((Math.Cos(angle) * p.X) - (Math.Sin(angle) * p.Y)) * v.X) + (((Math.Sin(angle) * p.X) + (Math.Cos(angle) * p.Y)) * v.Y)).Sum();

    private static (double X, double Y) Difference((double X, double Y) a, (double X, double Y) b) => (a.X - b.X, a.Y - b.Y);

    private static double Distance((double X, double Y) a, (double X, double Y) b) =>
        Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));

    private static void Near((double X, double Y)[] expected, (double X, double Y)[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.InRange(Distance(pair.First, pair.Second), 0, tolerance));
    }
}
