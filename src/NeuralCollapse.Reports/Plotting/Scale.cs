namespace NeuralCollapse.Reports;

/// <summary>Where values lie along an axis.</summary>
/// <param name="Least">Value at the beginning of the axis.</param>
/// <param name="Most">Value at its end, larger than <paramref name="Least"/>.</param>
internal abstract record Scale(double Least, double Most)
{
    /// <summary>0 at <see cref="Least"/>, 1 at <see cref="Most"/>.</summary>
    public abstract double Fraction(double value);

    /// <summary>Whether a value can be shown at all: not when it is not finite, nor zero or less on a logarithmic axis.</summary>
    public abstract bool Takes(double value);
}

/// <summary>Equal distances are equal differences.</summary>
internal sealed record LinearScale(double Least, double Most) : Scale(Least, Most)
{
    public override double Fraction(double value) => (value - Least) / (Most - Least);

    public override bool Takes(double value) => double.IsFinite(value);
}

/// <summary>Equal distances are equal ratios.</summary>
internal sealed record LogScale(double Least, double Most) : Scale(Least, Most)
{
    public override double Fraction(double value) => Math.Log(value / Least) / Math.Log(Most / Least);

    public override bool Takes(double value) => double.IsFinite(value) && value > 0;
}

/// <summary>Logarithmic in the epochs counted from 1, so that 0, before training, can be shown.</summary>
internal sealed record EpochScale(double Least, double Most) : Scale(Least, Most)
{
    public override double Fraction(double value) => Math.Log((1 + value) / (1 + Least)) / Math.Log((1 + Most) / (1 + Least));

    public override bool Takes(double value) => double.IsFinite(value) && value >= 0;
}
