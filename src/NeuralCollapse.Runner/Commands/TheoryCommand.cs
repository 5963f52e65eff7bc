using System.CommandLine;
using System.Text.Json.Nodes;
using NeuralCollapse.Measures;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Runner;

/// <summary>Prints, as JSON, where a mixed sample ends in the unconstrained features model.</summary>
internal static class TheoryCommand
{
    private const string Description = """
        Print where a mixed sample ends in the unconstrained features model: the optimum for a loss, C, mu and lambda, as JSON

        The sample has the share lambda of label y and 1 - lambda of a different label y'. Its feature h minimises
        loss(W h) + (lambda_H/2) |h|^2, with the loss per sample as in training (squared and absolute errors are means over the
        C classes), W W^T = m (I - 11^T/C) and mu = m / lambda_H. Then h = (alpha w_y + beta w_y') / m.
        p_y, p_partner and p_rest are softmax outputs of y, of y' and of each other class. alpha_same is alpha of an unmixed sample,
        and amplification is (alpha + beta) / alpha_same: 1 on the chord between class means, above 1 bowed out of it;
        "nan" where alpha_same is 0.

        In place of --mu, --weight-decay and --feature-decay: mu is then that of the classifier which minimises, together with all features,
        E[loss(W h) + (lambda_H/2) |h|^2] + (lambda_W/2) |W|_F^2, on unmixed samples of equally large classes or, with --mixup-alpha=A, on
        samples mixed with lambda ~ Beta(A, A) and a partner of any other class. It is taken to be a simplex. mu and m are then in the
        answer, both 0 where the decays are so strong that everything collapses to zero.
        """;

    /// <summary>Nodes of the mean over lambda: enough to see the layer of width 1/mu at the ends up to mu of several thousand.</summary>
    private const int Nodes = 64;

    private static readonly Option<string> Loss = new("--loss")
    {
        Description = $"The loss as in a spec, such as '{{ kind: focal, gamma: 3 }}', or in one word: {LossText.Forms}",
        Required = true,
    };

    private static readonly Option<int> Classes = NumberOption.Whole("--classes", "C: number of classes", 3, 1_000_000, required: true);

    private static readonly Option<double> Mu =
        NumberOption.Real("--mu", "m / lambda_H: scale of the classifier (W W^T = m (I - 11^T/C)) over decay of the features", 1e-6, 1e9);

    private static readonly Option<double> WeightDecay =
        NumberOption.Real("--weight-decay", "lambda_W: with --feature-decay in place of --mu, that of a classifier which is learned", 1e-9, 1e3);

    private static readonly Option<double> FeatureDecay = NumberOption.Real("--feature-decay", "lambda_H, likewise", 1e-9, 1e3);

    private static readonly Option<double> MixupAlpha = NumberOption.Real(
        "--mixup-alpha", "A: the classifier is learned on samples mixed with lambda ~ Beta(A, A); without it, on unmixed ones", 1e-3, 1e3);

    private static readonly Option<double> Lambda = NumberOption.Real("--lambda", "Share of the label y; the partner y' has the rest", 0, 1, required: true);

    private static readonly Option<string> Offset = new Option<string>("--offset")
    {
        Description = "Whether the logits are W h + t with a free t, as a bias makes it, or W h, which sums to zero",
        DefaultValueFactory = _ => "free",
    }.AcceptOnlyFromAmong("free", "none");

    public static Command Command()
    {
        var command = new Command("theory", Description) { Loss, Classes, Mu, WeightDecay, FeatureDecay, MixupAlpha, Lambda, Offset };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult given)
    {
        if (Errors(given).ToList() is { Count: > 0 } errors)
            throw new UserErrorException(string.Join('\n', errors));
        var loss = LossText.Read(given.GetRequiredValue(Loss), "--loss");
        var (classes, lambda) = (given.GetRequiredValue(Classes), given.GetRequiredValue(Lambda));
        var offset = given.GetValue(Offset) == "free" ? LogitOffset.Free : LogitOffset.None;
        var mu = MuOf(given, (model, share) => loss.Optimum(model, share, offset));
        MixedOptimum Optimum(double share) => mu > 0 ? loss.Optimum(new(classes, mu), share, offset) : MixedOptimum.AtOrigin(classes);
        var (mixed, alphaSame) = (Optimum(lambda), Optimum(1).Alpha);
        var answer = new JsonObject { ["inputs"] = Inputs(given, loss) };
        if (IsLearned(given))
        {
            answer[MixedMetrics.Mu.Name] = Json.Number(mu);
            answer["m"] = Json.Number(mu * given.GetRequiredValue(FeatureDecay));
        }

        foreach (var (name, value) in new[]
            {
                ("p_y", mixed.Label), ("p_partner", mixed.Partner), ("p_rest", mixed.Rest), ("alpha", mixed.Alpha), ("beta", mixed.Beta),
                ("alpha_same", alphaSame), (MixedMetrics.AmplificationAtHalf.Name, Amplification.Of(Optimum, lambda)),
            })
        {
            answer[name] = Json.Number(value);
        }

        Console.Write(Json.Write(answer));
        return ExitCode.Done;
    }

    /// <summary>What was asked, with what is at its default written out.</summary>
    private static JsonObject Inputs(ParseResult given, LossSpec loss)
    {
        var inputs = new JsonObject { ["loss"] = LossText.Json(loss), ["classes"] = given.GetRequiredValue(Classes) };
        foreach (var option in ((Option<double>[])[Mu, WeightDecay, FeatureDecay, MixupAlpha, Lambda]).Where(option => IsGiven(given, option)))
            inputs[option.Name.TrimStart('-')] = given.GetRequiredValue(option);
        inputs["offset"] = given.GetValue(Offset);
        return inputs;
    }

    /// <summary>mu as given, or that of the classifier which is learned: 0 where everything collapses.</summary>
    /// <exception cref="UserErrorException">The decays are too weak.</exception>
    private static double MuOf(ParseResult given, Func<UnconstrainedFeatures, double, MixedOptimum> optimum)
    {
        if (!IsLearned(given))
            return given.GetRequiredValue(Mu);
        var (weights, features) = (given.GetRequiredValue(WeightDecay), given.GetRequiredValue(FeatureDecay));
        var mu = LearnedClassifierOptimum.Mu(given.GetRequiredValue(Classes), weights * features, optimum, Samples(given));
        return double.IsFinite(mu) ? mu : throw new UserErrorException(FormattableString.Invariant(
            $"--weight-decay={weights} --feature-decay={features}: expected decays under which mu is at most 1e9, got weaker ones"));
    }

    /// <summary>Lambda and its weight; exchanging the labels changes no length, so that the upper half of all lambda stands for both.</summary>
    private static IReadOnlyList<(double Lambda, double Weight)> Samples(ParseResult given) => IsGiven(given, MixupAlpha)
        ? [.. SymmetricBeta.Nodes(given.GetRequiredValue(MixupAlpha), Nodes).Skip(Nodes / 2).Select(node => (node.Lambda, 2 * node.Weight))]
        : [(1, 1)];

    /// <summary>What is wrong with the way mu is said. Empty when nothing is.</summary>
    private static IEnumerable<string> Errors(ParseResult given)
    {
        Option[] decays = [WeightDecay, FeatureDecay];
        if (!IsLearned(given))
        {
            return ((Option[])[.. decays, MixupAlpha]).Where(option => IsGiven(given, option))
                .Select(option => $"{option.Name} beside --mu: expected one of them, since mu follows from the decays");
        }

        return decays.All(option => !IsGiven(given, option))
            ? ["--mu is missing: expected it, or --weight-decay and --feature-decay in its place"]
            : decays.Where(option => !IsGiven(given, option)).Select(option => $"{option.Name} is missing: mu follows from both decays together");
    }

    private static bool IsLearned(ParseResult given) => !IsGiven(given, Mu);

    /// <summary>Whether the command line has an option, rather than its default.</summary>
    private static bool IsGiven(ParseResult given, Option option) => given.GetResult(option) is { Implicit: false };
}
