namespace NeuralCollapse.Reports;

/// <summary>Where values lie along an axis.</summary>
/// <param name="Least">Value at the beginning of the axis.</param>
/// <param name="Most">Value at its end, larger than <paramref name="Least"/>.</param>
internal abstract record Scale(double Least, double Most)
{
    /// <summary>0 at <see cref="Least"/>, 1 at <see cref="Most"/>.</summary>
    public abstract double Fraction(double value);

    /// <summary>Whether a value has a place at all: not when it is not finite, nor zero or less on a logarithmic axis.</summary>
    public abstract bool Takes(double value);
}
