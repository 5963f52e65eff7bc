using System.CommandLine;

namespace NeuralCollapse.Runner;

/// <summary>What <c>theory</c> is told beside the loss: the model, the mixed sample, and hyper-parameters under the names they have in a spec.</summary>
internal static class TheoryOptions
{
    public static readonly Option<int> Classes =
        NumberOption.Whole("--classes", "C: number of classes", 3, 1_000_000, required: true);

    public static readonly Option<double> Mu =
        NumberOption.Real("--mu", "m / lambda_H: scale of the classifier (W W^T = m (I - 11^T/C)) over decay of the features", 1e-6, 1e9);

    public static readonly Option<double> WeightDecay =
        NumberOption.Real("--weight-decay", "lambda_W: with --feature-decay in place of --mu, that of a classifier which is learned", 1e-9, 1e3);

    public static readonly Option<double> FeatureDecay = NumberOption.Real("--feature-decay", "lambda_H, likewise", 1e-9, 1e3);

    public static readonly Option<double> Alpha =
        NumberOption.Real("--alpha", "A: the classifier is learned on samples mixed with lambda ~ Beta(A, A); without it, on unmixed ones", 1e-3, 1e3);

    public static readonly Option<double> Lambda = NumberOption.Real("--lambda", "Share of the label y; the partner y' has the rest", 0, 1, required: true);

    public static readonly Option<double> Smoothing = NumberOption.Real("--smoothing", "Label smoothing of cross-entropy", 0, 0.999, 0);

    public static readonly Option<double> Gamma = NumberOption.Real("--gamma", "Focusing exponent of focal, which needs it", 0, 100);

    public static readonly Option<double> Kappa = NumberOption.Real("--kappa", "Scale of the targets of scaled-mse, mae and smooth-l1", 1e-6, 1e6, 1);

    public static readonly Option<double> Beta = NumberOption.Real("--beta", "Where the square of smooth-l1 turns into the absolute value", 1e-6, 1e6, 1);

    public static readonly Option<double> K = NumberOption.Real("--k", "Weight of the label's logit in rescaled-mse, which needs it", 1e-6, 1e6);

    public static readonly Option<double> M = NumberOption.Real("--m", "Target of the label's logit in rescaled-mse, which needs it", 1e-6, 1e6);

    public static readonly Option<string> Mix = new Option<string>("--mix")
    {
        Description = "Whether the losses of both labels are mixed or the targets",
        DefaultValueFactory = _ => "loss",
    }.AcceptOnlyFromAmong("loss", "target");

    public static readonly Option<string> Offset = new Option<string>("--offset")
    {
        Description = "Whether the logits are W h + t with a free t, as a bias makes it, or W h, which sums to zero",
        DefaultValueFactory = _ => "free",
    }.AcceptOnlyFromAmong("free", "none");

    /// <summary>Options that only some losses have.</summary>
    public static IReadOnlyList<Option> OfLosses { get; } = [Smoothing, Gamma, Kappa, Beta, K, M, Mix, Offset];

    /// <summary>Whether the command line has an option, rather than its default.</summary>
    public static bool IsGiven(ParseResult given, Option option) => given.GetResult(option) is { Implicit: false };
}
