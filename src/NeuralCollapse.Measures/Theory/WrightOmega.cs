namespace NeuralCollapse.Measures;

/// <summary>
/// The Lambert function W0 of an exponential: omega(t) = W0(e^t), the positive root of w + ln w = t (Corless and Jeffrey 2002). Unlike
/// W0(e^t) itself it does not overflow for t above 709.
/// </summary>
public static class WrightOmega
{
    /// <summary>omega(t), to a few units in the last place; 0 when t is below -745.</summary>
    public static double Of(double t)
    {
        if (double.IsNaN(t) || double.IsPositiveInfinity(t))
        {
            return t;
        }
        // w + ln w is concave, and both starts lie left of the root: Newton's steps go right, ever nearer, and never past it.
        var w = t >= 1 ? t - Math.Log(t) : Math.Exp(t) / (1 + Math.Exp(t));
        while (w > 0)
        {
            var next = w * ((1 + t - Math.Log(w)) / (1 + w));
            if (next <= w * (1 + EuclideanSpace.MachineEpsilon))
            {
                return next;
            }
            w = next;
        }
        return w;
    }
}
