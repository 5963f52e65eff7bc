namespace NeuralCollapse.Measures.Tests;

/// <summary>Newton's method is as good as the derivatives that it is given: here they are differences.</summary>
public sealed class DerivingTheFocalLoss
{
    private const double Width = 1e-5;

    public static TheoryData<double, double, double, double> Cases
    {
        get
        {
            var data = new TheoryData<double, double, double, double>();
            foreach (var (lambda, gamma) in ((double, double)[])[(0.7, 2), (0.5, 0.5), (1, 3), (0.6, 1), (0.8, 0)])
            {
                foreach (var (alpha, beta) in ((double, double)[])[(0.5, -0.25), (2, 1), (4, 0.5), (-1, 3)])
                    data.Add(lambda, gamma, alpha, beta);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void TheyAreThoseOfTheValue(double lambda, double gamma, double alpha, double beta)
    {
        const double mu = 0.8; // decay counts as much as the loss
        var objective = new FocalObjective(new(4, mu), lambda, gamma);

        var here = objective.At((alpha, beta));

        double Along(Func<CurvedPoint, double> quantity, double dx, double dy) =>
            (quantity(objective.At((alpha + (dx * Width), beta + (dy * Width)))) - quantity(objective.At((alpha - (dx * Width), beta - (dy * Width))))) / (2 * Width);
        Assert.Equal(Value(lambda, gamma, alpha, beta, mu), here.Value, 1e-12);
        Assert.Equal(Along(point => point.Value, 1, 0), here.X, 1e-8);
        Assert.Equal(Along(point => point.Value, 0, 1), here.Y, 1e-8);
        Assert.Equal(Along(point => point.X, 1, 0), here.Xx, 1e-8);
        Assert.Equal(Along(point => point.Y, 0, 1), here.Yy, 1e-8);
        Assert.Equal(Along(point => point.X, 0, 1), here.Xy, 1e-8);
        Assert.Equal(Along(point => point.Y, 1, 0), here.Xy, 1e-8);
    }

    [Fact]
    public void WhereTheFunctionIsConvexTheStepIsNewtons()
    {
        var (x, y) = Point(xx: 2, xy: 1, yy: 3).DescentStep();

        Assert.Equal((-2.0 / 5, -1.0 / 5), (x, y));
    }

    /// <summary>Raised by what makes the least curvature 0, and a tenth of the sum of half the trace and the spread.</summary>
    [Theory]
    [InlineData(-1, 0, -1, 0.1, 0.1)]
    [InlineData(2, 0, -1, 3.2, 0.2)]
    public void ElsewhereItDescends(double xx, double xy, double yy, double raisedXx, double raisedYy)
    {
        var (x, y) = Point(xx, xy, yy).DescentStep();

        Assert.Equal(-1 / raisedXx, x, 1e-6);
        Assert.Equal(-1 / raisedYy, y, 1e-6);
    }

    private static CurvedPoint Point(double xx, double xy, double yy) => new() { Value = 0, X = 1, Y = 1, Xx = xx, Xy = xy, Yy = yy };

    private static double Value(double lambda, double gamma, double alpha, double beta, double mu)
    {
        var sum = Math.Exp(alpha) + Math.Exp(beta) + 2;
        double Loss(double p) => -Math.Pow(1 - p, gamma) * Math.Log(p);
        return (lambda * Loss(Math.Exp(alpha) / sum)) + ((1 - lambda) * Loss(Math.Exp(beta) / sum))
            + (((alpha * alpha) + (beta * beta) - ((alpha + beta) * (alpha + beta) / 4)) / (2 * mu));
    }
}
