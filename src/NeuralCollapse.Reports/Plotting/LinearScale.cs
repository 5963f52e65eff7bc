namespace NeuralCollapse.Reports;

/// <summary>Equal distances are equal differences.</summary>
internal sealed record LinearScale(double Least, double Most) : Scale(Least, Most)
{
    public override double Fraction(double value) => (value - Least) / (Most - Least);

    public override bool Takes(double value) => double.IsFinite(value);
}
