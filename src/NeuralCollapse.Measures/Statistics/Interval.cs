namespace NeuralCollapse.Measures;

/// <summary>All numbers from one to another, both included; an infinite end leaves that side open.</summary>
public readonly record struct Interval
{
    /// <exception cref="ArgumentException">An end is NaN, or the lower one lies above the upper one.</exception>
    public Interval(double low, double high)
    {
        if (!(low <= high))
            throw new ArgumentException(FormattableString.Invariant($"Expected an interval with its lower end first, got [{low}, {high}]."));
        (Low, High) = (low, high);
    }

    public double Low { get; }

    public double High { get; }

    /// <summary>Whether all of another interval lies in this one.</summary>
    public bool Contains(Interval other) => Low <= other.Low && other.High <= High;

    /// <summary>Whether the two have no number in common.</summary>
    public bool IsApartFrom(Interval other) => High < other.Low || other.High < Low;
}
