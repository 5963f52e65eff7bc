namespace NeuralCollapse.Measures.Tests;

/// <summary>
/// The independent oracle: one free feature vector against an explicit simplex classifier, the loss written out over all C logits, and
/// gradient descent with numerical gradients.
/// </summary>
public class DescendingToTheOptimum
{
    private const int Classes = 5;
    private const double Scale = 4; // m
    private const double Decay = 0.2; // lambda_H
    private const double Kappa = 1.5;

    private static readonly UnconstrainedFeatures Model = new(Classes, Scale / Decay);

    // Rows of norm r of a simplex have W W^T = r^2 C/(C - 1) (I - 11^T/C).
    private static readonly double[][] Weights =
        [.. Simplex.Of(Classes, Classes - 1, Math.Sqrt(Scale * (Classes - 1) / Classes)).Values.Chunk(Classes - 1)];

    private static readonly Dictionary<string, (Func<double[], int, double> Loss, Func<double, MixedOptimum> Optimum, bool Offset)> Losses = new()
    {
        ["cross-entropy"] = (CrossEntropy, lambda => CrossEntropyOptimum.Of(Model, lambda), false),
        ["smoothed cross-entropy"] = (
            (z, y) => (0.8 * CrossEntropy(z, y)) + (0.2 * Enumerable.Range(0, Classes).Average(c => CrossEntropy(z, c))),
            lambda => CrossEntropyOptimum.Of(Model, lambda, 0.2), false),
        ["focal"] = (
            (z, y) => CrossEntropy(z, y) * Math.Pow(1 - Math.Exp(-CrossEntropy(z, y)), 2), lambda => FocalOptimum.Of(Model, lambda, 2), false),
        ["squared error"] = (Elementwise((r, _) => r * r), lambda => SquaredErrorOptimum.Of(Model, lambda, Kappa), true),
        ["rescaled squared error"] = (
            Elementwise((r, hit) => (hit ? 5 : 1) * r * r),
            lambda => RescaledSquaredErrorOptimum.Of(Model, lambda, 5, Kappa, MixupForm.Losses), true),
        ["rescaled squared error without offset"] = (
            Elementwise((r, hit) => (hit ? 5 : 1) * r * r),
            lambda => RescaledSquaredErrorOptimum.Of(Model, lambda, 5, Kappa, MixupForm.Losses, LogitOffset.None), false),
        ["smooth absolute error"] = (
            Elementwise((r, _) => Math.Abs(r) < 0.7 ? r * r / 1.4 : Math.Abs(r) - 0.35),
            lambda => SmoothAbsoluteErrorOptimum.Of(Model, lambda, Kappa, 0.7, MixupForm.Losses), true),
        ["smooth absolute error without offset"] = (
            Elementwise((r, _) => Math.Abs(r) < 0.7 ? r * r / 1.4 : Math.Abs(r) - 0.35),
            lambda => SmoothAbsoluteErrorOptimum.Of(Model, lambda, Kappa, 0.7, MixupForm.Losses, LogitOffset.None), false),
    };

    public static TheoryData<string, double> Cases
    {
        get
        {
            var data = new TheoryData<string, double>();
            foreach (var name in Losses.Keys)
            {
                foreach (var lambda in (double[])[1, 0.8, 0.5])
                    data.Add(name, lambda);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void GradientDescentReachesTheOptimum(string name, double lambda)
    {
        var (loss, optimum, offset) = Losses[name];
        double Objective(double[] x) => (lambda * loss(Logits(x), 0)) + ((1 - lambda) * loss(Logits(x), 1)) +
            (Decay / 2 * x[..^1].Sum(component => component * component));

        // h, then the offset of the logits, which stays 0 where there is none
        var x = new double[Classes];
        var steepest = 1.0;
        for (var step = 0; step < 8000 && steepest > 1e-10; step++)
        {
            var gradient = Enumerable.Range(0, offset ? Classes : Classes - 1).Select(k => Derivative(Objective, x, k)).ToArray();
            for (var k = 0; k < gradient.Length; k++)
                x[k] -= 0.2 * gradient[k];
            steepest = gradient.Max(Math.Abs);
        }

        var logits = Logits(x);

        Assert.Equal(logits[0] - logits[2], optimum(lambda).Alpha, 1e-6);
        Assert.Equal(logits[1] - logits[2], optimum(lambda).Beta, 1e-6);
        Assert.Equal(Softmax.Of(logits)[0], optimum(lambda).Label, 1e-6);
        Assert.Equal(Softmax.Of(logits)[4], optimum(lambda).Rest, 1e-6);
    }

    [Theory]
    [InlineData(0.9)]
    [InlineData(0.55)]
    [InlineData(0.5)]
    public void AbsoluteErrorIsNowhereLowerThanAtItsOptimum(double lambda)
    {
        var optimum = AbsoluteErrorOptimum.Of(Model, lambda, Kappa, MixupForm.Losses);
        var h = Enumerable.Range(0, Classes - 1).Select(k => ((optimum.Alpha * Weights[0][k]) + (optimum.Beta * Weights[1][k])) / Scale).ToArray();
        var loss = Elementwise((r, _) => Math.Abs(r));
        double Objective(double[] x) => (lambda * loss(Logits(x), 0)) + ((1 - lambda) * loss(Logits(x), 1)) +
            (Decay / 2 * x[..^1].Sum(component => component * component));
        // The offset is whatever serves the loss best: one of the breakpoints 0 and kappa of one of the logits.
        double Best(double[] feature) => Logits([.. feature, 0]).SelectMany(z => (double[])[-z, Kappa - z]).Min(t => Objective([.. feature, t]));
        var least = Best(h);

        for (var trial = 0; trial < 2000; trial++)
        {
            var radius = Math.Pow(10, -trial % 6);
            var direction = RandomCase.Vectors(trial + 1, 1, Classes - 1).Values;
            Assert.True(Best([.. h.Zip(direction, (a, b) => a + (radius * b))]) >= least - 1e-12);
        }
    }

    private static double[] Logits(double[] x) =>
        [.. Enumerable.Range(0, Classes).Select(c => Enumerable.Range(0, Classes - 1).Sum(k => Weights[c][k] * x[k]) + x[^1])];

    private static double CrossEntropy(double[] z, int y) => Math.Log(z.Sum(Math.Exp)) - z[y];

    private static Func<double[], int, double> Elementwise(Func<double, bool, double> term) =>
        (z, y) => Enumerable.Range(0, Classes).Average(c => term(z[c] - (c == y ? Kappa : 0), c == y));

    private static double Derivative(Func<double[], double> function, double[] x, int k)
    {
        const double width = 1e-5;
        double At(double shift) => function([.. x.Select((value, i) => i == k ? value + shift : value)]);
        return (At(width) - At(-width)) / (2 * width);
    }
}
