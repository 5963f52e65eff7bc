using System.CommandLine;
using System.Text.Json.Nodes;
using NeuralCollapse.Measures;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Runner;

/// <summary>Prints, as JSON, where a mixed sample ends in the unconstrained features model.</summary>
internal static class TheoryVerb
{
    private const string Description = """
        Print where a mixed sample ends when features are free: the optimum for a loss, C, mu and lambda, as JSON

        The sample has the share lambda of label y and 1 - lambda of a different label y'. Its feature h minimises
        loss(W h) + (lambda_H/2) |h|^2, with the loss per sample as in training (squared and absolute errors are means over the
        C classes), W W^T = m (I - 11^T/C) and mu = m / lambda_H. Then h = (alpha w_y + beta w_y') / m.
        p_y, p_partner and p_rest are softmax outputs of y, of y' and of each other class. alpha_same is alpha of an unmixed sample,
        and amplification is (alpha + beta) / alpha_same: 1 on the chord between class means, above 1 bowed out of it;
        "nan" where alpha_same is 0.

        In place of --mu, --weight-decay and --feature-decay: mu is then that of the classifier which minimises, together with all features,
        E[loss(W h) + (lambda_H/2) |h|^2] + (lambda_W/2) |W|_F^2, on unmixed samples of equally large classes or, with --alpha=A, on samples
        mixed with lambda ~ Beta(A, A) and a partner of any other class. It is taken to be a simplex. "mu" and "m" are then in the answer,
        both 0 where the decays are so strong that everything collapses to zero.
        """;

    private static readonly Option<string> Loss = new Option<string>("--loss") { Description = "The loss, as a spec names it", Required = true }
        .AcceptOnlyFromAmong([.. TheoryLoss.All.Select(loss => loss.Name)]);

    public static Command Command()
    {
        var command = new Command("theory", Description)
        {
            Loss, TheoryOptions.Classes, TheoryOptions.Mu, TheoryOptions.WeightDecay, TheoryOptions.FeatureDecay, TheoryOptions.Alpha, TheoryOptions.Lambda,
        };
        foreach (var option in TheoryOptions.OfLosses)
            command.Add(option);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult given)
    {
        var loss = TheoryLoss.All.Single(l => l.Name == given.GetRequiredValue(Loss));
        Check(given, loss);
        var lambda = given.GetRequiredValue(TheoryOptions.Lambda);
        var classes = given.GetRequiredValue(TheoryOptions.Classes);
        var mu = TheoryScale.MuOf(given, (model, share) => loss.Optimum(given, model, share));
        MixedOptimum Optimum(double share) =>
            mu > 0 ? loss.Optimum(given, new UnconstrainedFeatures(classes, mu), share) : MixedOptimum.AtOrigin(classes);
        var answer = new JsonObject { ["inputs"] = Inputs(given, loss) };
        if (TheoryScale.IsLearned(given))
        {
            answer["mu"] = Json.Number(mu);
            answer["m"] = Json.Number(mu * given.GetRequiredValue(TheoryOptions.FeatureDecay));
        }

        Add(answer, Optimum(lambda), Optimum(1).Alpha, Amplification.Of(Optimum, lambda));
        Console.Write(Json.Write(answer));
        return ExitCode.Done;
    }

    private static void Add(JsonObject answer, MixedOptimum mixed, double alphaSame, double amplification)
    {
        answer["p_y"] = Json.Number(mixed.Label);
        answer["p_partner"] = Json.Number(mixed.Partner);
        answer["p_rest"] = Json.Number(mixed.Rest);
        answer["alpha"] = Json.Number(mixed.Alpha);
        answer["beta"] = Json.Number(mixed.Beta);
        answer["alpha_same"] = Json.Number(alphaSame);
        answer["amplification"] = Json.Number(amplification);
    }

    private static void Check(ParseResult given, TheoryLoss loss)
    {
        var foreign = TheoryOptions.OfLosses.Where(o => TheoryOptions.IsGiven(given, o)).Except([.. loss.Needs, .. loss.Takes])
            .Select(o => $"{o.Name} does not belong to the loss {loss.Name}: expected {Names([.. loss.Needs, .. loss.Takes])}");
        var missing = loss.Needs.Where(o => !TheoryOptions.IsGiven(given, o)).Select(o => $"{o.Name} is missing: the loss {loss.Name} needs it");
        if (TheoryScale.Mistakes(given).Concat(foreign).Concat(missing).ToList() is { Count: > 0 } mistakes)
            throw new UserMistakeException(string.Join('\n', mistakes));
    }

    private static JsonObject Inputs(ParseResult given, TheoryLoss loss)
    {
        var inputs = new JsonObject();
        foreach (var option in (Option[])[Loss, TheoryOptions.Classes, .. TheoryScale.Given(given), TheoryOptions.Lambda, .. loss.Needs, .. loss.Takes])
        {
            inputs[option.Name.TrimStart('-')] = option switch
            {
                Option<string> text => given.GetRequiredValue(text),
                Option<int> count => given.GetRequiredValue(count),
                Option<double> number => given.GetRequiredValue(number),
                _ => throw new NotSupportedException($"no JSON for {option.Name}"),
            };
        }

        return inputs;
    }

    private static string Names(IEnumerable<Option> options) => string.Join(", ", options.Select(o => o.Name));
}
