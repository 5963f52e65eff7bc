namespace NeuralCollapse.Reports;

/// <summary>Logarithmic in the epochs counted from 1, so that 0, before training, has a place.</summary>
internal sealed record EpochScale(double Least, double Most) : Scale(Least, Most)
{
    public override double Fraction(double value) => Math.Log((1 + value) / (1 + Least)) / Math.Log((1 + Most) / (1 + Least));

    public override bool Takes(double value) => double.IsFinite(value) && value >= 0;
}
