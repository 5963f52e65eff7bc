using System.CommandLine;
using NeuralCollapse.Measures;
using static NeuralCollapse.Runner.TheoryOptions;

namespace NeuralCollapse.Runner;

/// <summary>A loss whose optimum is known.</summary>
/// <param name="Name">As specs name it.</param>
/// <param name="Needs">Options that must be given.</param>
/// <param name="Takes">Options that may be given.</param>
/// <param name="Optimum">The optimum for a model and lambda, with the options of the command line.</param>
internal sealed record TheoryLoss(
    string Name, IReadOnlyList<Option> Needs, IReadOnlyList<Option> Takes, Func<ParseResult, UnconstrainedFeatures, double, MixedOptimum> Optimum)
{
    public static IReadOnlyList<TheoryLoss> All { get; } =
    [
        new("cross-entropy", [], [Smoothing, Mix], (given, model, lambda) =>
            CrossEntropyOptimum.Of(model, lambda, given.GetValue(Smoothing))),
        new("focal", [Gamma], [Mix], (given, model, lambda) =>
            FocalOptimum.Of(model, lambda, given.GetValue(Gamma))),
        new("scaled-mse", [], [Kappa, Mix, Offset], (given, model, lambda) =>
            SquaredErrorOptimum.Of(model, lambda, given.GetValue(Kappa))),
        new("rescaled-mse", [K, M], [Mix, Offset], (given, model, lambda) =>
            RescaledSquaredErrorOptimum.Of(model, lambda, given.GetValue(K), given.GetValue(M), FormOf(given), OffsetOf(given))),
        new("mae", [], [Kappa, Mix, Offset], (given, model, lambda) =>
            AbsoluteErrorOptimum.Of(model, lambda, given.GetValue(Kappa), FormOf(given), OffsetOf(given))),
        new("smooth-l1", [], [Kappa, Beta, Mix, Offset], (given, model, lambda) =>
            SmoothAbsoluteErrorOptimum.Of(model, lambda, given.GetValue(Kappa), given.GetValue(Beta), FormOf(given), OffsetOf(given))),
    ];

    private static MixupForm FormOf(ParseResult given) => given.GetValue(Mix) == "loss" ? MixupForm.Losses : MixupForm.Targets;

    private static LogitOffset OffsetOf(ParseResult given) => given.GetValue(TheoryOptions.Offset) == "free" ? LogitOffset.Free : LogitOffset.None;
}
