namespace NeuralCollapse.Measures;

/// <summary>Where a non-decreasing function of one number changes its sign, also if it jumps there.</summary>
internal static class Bisection
{
    /// <summary>The root, to rounding; an end when the function does not change its sign between the ends.</summary>
    public static double Root(double lower, double upper, Func<double, double> function)
    {
        while (true)
        {
            var middle = lower + ((upper - lower) / 2);
            if (middle <= lower || middle >= upper)
                return middle;
            var value = function(middle);
            if (value == 0)
                return middle;
            (lower, upper) = value < 0 ? (middle, upper) : (lower, middle);
        }
    }
}
