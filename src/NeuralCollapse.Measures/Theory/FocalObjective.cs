namespace NeuralCollapse.Measures;

/// <summary>The focal loss of a mixed sample plus the decay of its feature, as a function of the coefficients alpha and beta.</summary>
/// <remarks>The logits sum to zero, so that of the other classes is -(alpha + beta)/C and |z|^2 = alpha^2 + beta^2 - (alpha + beta)^2/C.</remarks>
internal sealed class FocalObjective(UnconstrainedFeatures model, double lambda, double gamma)
{
    private const int MostSteps = 500;

    // Where the function is nearly straight, Newton's steps are far too long; far out the softmax outputs underflow.
    private const double LongestStep = 5;

    /// <summary>Value, gradient and second derivatives at (alpha, beta).</summary>
    public CurvedPoint At((double Alpha, double Beta) point)
    {
        var (alpha, beta) = point;
        var p = MixedOptimum.At(alpha, beta, model.Classes);
        var rest = (model.Classes - 2) * p.Rest;
        var (otherLabel, otherPartner, other) = (p.Partner + rest, p.Label + rest, 1 - lambda);
        var (pullLabel, pullPartner) =
            (lambda * FocalTerm.Pull(p.Label, otherLabel, gamma), other * FocalTerm.Pull(p.Partner, otherPartner, gamma));
        var (slopeLabel, slopePartner) =
            (lambda * FocalTerm.PullSlope(p.Label, otherLabel, gamma), other * FocalTerm.PullSlope(p.Partner, otherPartner, gamma));
        var (pull, slope) = (pullLabel + pullPartner, slopeLabel + slopePartner);
        // In the slope along alpha + beta, the flat direction, this must cancel to the last digit.
        var between = (p.Label * pullPartner) - (p.Partner * pullLabel);
        var (common, decay) = ((alpha + beta) / model.Classes, 1 / model.Mu);
        return new()
        {
            Value = Weighted(lambda, FocalTerm.Loss(p.Label, otherLabel, gamma)) +
                Weighted(other, FocalTerm.Loss(p.Partner, otherPartner, gamma)) +
                (((alpha * (alpha - common)) + (beta * (beta - common))) * decay / 2),
            X = between - (rest * pullLabel) + ((alpha - common) * decay),
            Y = -between - (rest * pullPartner) + ((beta - common) * decay),
            Xx = (otherLabel * ((p.Label * pull) - slopeLabel)) + (p.Label * (slopeLabel - (p.Label * slope))) + ((1 - (1.0 / model.Classes)) * decay),
            Yy = (otherPartner * ((p.Partner * pull) - slopePartner)) + (p.Partner * (slopePartner - (p.Partner * slope))) +
                ((1 - (1.0 / model.Classes)) * decay),
            Xy = (p.Partner * slopeLabel) + (p.Label * slopePartner) - (p.Label * p.Partner * (pull + slope)) - (decay / model.Classes),
        };
    }

    /// <summary>The minimum that Newton's method with a step control reaches.</summary>
    /// <exception cref="InvalidOperationException">It does not settle.</exception>
    public (double Alpha, double Beta) Minimum((double Alpha, double Beta) start)
    {
        var (point, last) = (start, double.PositiveInfinity);
        for (var count = 0; count < MostSteps; count++)
        {
            var here = At(point);
            var (stepX, stepY) = here.DescentStep();
            var length = Math.Sqrt((stepX * stepX) + (stepY * stepY));
            // Quadratic convergence ends in rounding: from there steps no longer shrink.
            if (length == 0 || (length < 1e-8 * (1 + Math.Abs(point.Alpha)) && length >= last / 2))
                return point;
            last = length;
            var share = Math.Min(1, LongestStep / length);
            (double, double) Ahead() => (point.Alpha + (share * stepX), point.Beta + (share * stepY));
            // Near the minimum rounding hides what a step gains, and Newton's full step is right.
            while (length > 1e-3 && share > 1e-12 && !(At(Ahead()).Value <= here.Value + (1e-4 * share * ((here.X * stepX) + (here.Y * stepY)))))
                share /= 2;
            point = Ahead();
        }
        throw new InvalidOperationException(FormattableString.Invariant(
            $"The focal optimum for C {model.Classes}, mu {model.Mu}, lambda {lambda}, gamma {gamma} is not found in {MostSteps} steps."));
    }

    private static double Weighted(double weight, double loss) => weight == 0 ? 0 : weight * loss;
}

/// <summary>The focal loss -(1 - p)^gamma ln p of one label as a function of its probability (Lin et al. 2017), and derivatives.</summary>
/// <remarks>1 - p is given beside p: where p is near 1 their difference has no digits left.</remarks>
internal static class FocalTerm
{
    public static double Loss(double p, double other, double gamma) => -Math.Pow(other, gamma) * Log(p, other);

    /// <summary>a(p) = -p dLoss/dp = (1 - p)^gamma - gamma p (1 - p)^(gamma - 1) ln p; 1 for gamma 0, which is cross-entropy.</summary>
    public static double Pull(double p, double other, double gamma) =>
        gamma == 0 ? 1 : Math.Pow(other, gamma) - (gamma * Math.Pow(other, gamma - 1) * PLogP(p, other));

    /// <summary>p da/dp.</summary>
    public static double PullSlope(double p, double other, double gamma) => gamma == 0 ? 0 :
        (gamma * Math.Pow(other, gamma - 1) * ((-2 * p) - PLogP(p, other))) + (gamma * (gamma - 1) * Math.Pow(other, gamma - 2) * p * PLogP(p, other));

    private static double PLogP(double p, double other) => p > 0 ? p * Log(p, other) : 0;

    private static double Log(double p, double other) => p < 0.5 ? Math.Log(p) : -2 * Math.Atanh(other / (2 - other));
}

/// <summary>A function of two unknowns x and y at one point: its value and its first and second derivatives.</summary>
internal sealed record CurvedPoint
{
    public required double Value { get; init; }

    public required double X { get; init; }

    public required double Y { get; init; }

    public required double Xx { get; init; }

    public required double Xy { get; init; }

    public required double Yy { get; init; }

    /// <summary>
    /// Newton's step; where the function is not convex, that of its second derivatives raised along the diagonal until it is, which
    /// descends.
    /// </summary>
    public (double X, double Y) DescentStep()
    {
        var (middle, spread) = ((Xx + Yy) / 2, Math.Sqrt(((Xx - Yy) * (Xx - Yy) / 4) + (Xy * Xy)));
        var least = 1e-10 * (Math.Abs(middle) + spread);
        var raise = Math.Max(0, least - (middle - spread));
        raise = raise > 0 ? raise + ((Math.Abs(middle) + spread) / 10) : 0;
        var (xx, yy) = (Xx + raise, Yy + raise);
        var determinant = (xx * yy) - (Xy * Xy);
        return (((Xy * Y) - (yy * X)) / determinant, ((Xy * X) - (xx * Y)) / determinant);
    }
}
