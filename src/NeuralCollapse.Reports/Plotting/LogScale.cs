namespace NeuralCollapse.Reports;

/// <summary>Equal distances are equal ratios.</summary>
internal sealed record LogScale(double Least, double Most) : Scale(Least, Most)
{
    public override double Fraction(double value) => Math.Log(value / Least) / Math.Log(Most / Least);

    public override bool Takes(double value) => double.IsFinite(value) && value > 0;
}
