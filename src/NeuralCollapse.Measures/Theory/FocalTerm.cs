namespace NeuralCollapse.Measures;

/// <summary>The focal loss -(1 - p)^gamma ln p of one label as a function of its probability (Lin et al. 2017), and derivatives.</summary>
/// <remarks>1 - p is given beside p: where p is near 1 their difference has no digits left.</remarks>
internal static class FocalTerm
{
    public static double Loss(double p, double other, double gamma) => -Math.Pow(other, gamma) * Log(p, other);

    /// <summary>a(p) = -p dLoss/dp = (1 - p)^gamma - gamma p (1 - p)^(gamma - 1) ln p; 1 for gamma 0, which is cross-entropy.</summary>
    public static double Pull(double p, double other, double gamma) =>
        gamma == 0 ? 1 : Math.Pow(other, gamma) - gamma * Math.Pow(other, gamma - 1) * PLogP(p, other);

    /// <summary>p da/dp.</summary>
    public static double PullSlope(double p, double other, double gamma) => gamma == 0 ? 0 :
        gamma * Math.Pow(other, gamma - 1) * (-2 * p - PLogP(p, other)) + gamma * (gamma - 1) * Math.Pow(other, gamma - 2) * p * PLogP(p, other);

    private static double PLogP(double p, double other) => p > 0 ? p * Log(p, other) : 0;

    private static double Log(double p, double other) => p < 0.5 ? Math.Log(p) : -2 * Math.Atanh(other / (2 - other));
}
