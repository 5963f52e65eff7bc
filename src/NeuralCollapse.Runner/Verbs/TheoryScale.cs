using System.CommandLine;
using NeuralCollapse.Measures;
using NeuralCollapse.Specs;
using static NeuralCollapse.Runner.TheoryOptions;

namespace NeuralCollapse.Runner;

/// <summary>mu as the command line gives it: by itself, or by the decays under which the classifier is learned.</summary>
internal static class TheoryScale
{
    /// <summary>Nodes of the mean over lambda: enough to see the layer of width 1/mu at the ends up to mu of several thousand.</summary>
    private const int Nodes = 64;

    /// <summary>The options that were chosen to say mu, for the record of inputs.</summary>
    public static IReadOnlyList<Option> Given(ParseResult given) => IsLearned(given)
        ? [WeightDecay, FeatureDecay, .. IsGiven(given, Alpha) ? (Option[])[Alpha] : []]
        : [Mu];

    /// <summary>Whether the classifier is learned, so that mu is a result.</summary>
    public static bool IsLearned(ParseResult given) => !IsGiven(given, Mu);

    /// <summary>mu, for a learned classifier 0 where everything collapses.</summary>
    /// <exception cref="UserMistakeException">The decays are too weak.</exception>
    public static double MuOf(ParseResult given, Func<UnconstrainedFeatures, double, MixedOptimum> optimum)
    {
        if (!IsLearned(given))
            return given.GetRequiredValue(Mu);
        var (weights, features) = (given.GetRequiredValue(WeightDecay), given.GetRequiredValue(FeatureDecay));
        var mu = LearnedClassifierOptimum.Mu(given.GetRequiredValue(Classes), weights * features, optimum, Samples(given));
        return double.IsFinite(mu) ? mu : throw new UserMistakeException(FormattableString.Invariant(
            $"--weight-decay={weights} --feature-decay={features}: expected decays under which mu is at most 1e9, got weaker ones"));
    }

    /// <summary>Lambda and its weight; exchanging the labels changes no length, so that the upper half of all lambda stands for both.</summary>
    private static IReadOnlyList<(double Lambda, double Weight)> Samples(ParseResult given) => IsGiven(given, Alpha)
        ? [.. SymmetricBeta.Nodes(given.GetRequiredValue(Alpha), Nodes).Skip(Nodes / 2).Select(node => (node.Lambda, 2 * node.Weight))]
        : [(1, 1)];

    /// <summary>What is wrong with the way mu is said. Empty when nothing is.</summary>
    public static IEnumerable<string> Mistakes(ParseResult given)
    {
        Option[] decays = [WeightDecay, FeatureDecay];
        if (!IsLearned(given))
        {
            return ((Option[])[.. decays, Alpha]).Where(option => IsGiven(given, option))
                .Select(option => $"{option.Name} beside --mu: expected one of them, since mu follows from the decays");
        }

        return decays.All(option => !IsGiven(given, option))
            ? ["--mu is missing: expected it, or --weight-decay and --feature-decay in its place"]
            : decays.Where(option => !IsGiven(given, option)).Select(option => $"{option.Name} is missing: mu follows from both decays together");
    }
}
