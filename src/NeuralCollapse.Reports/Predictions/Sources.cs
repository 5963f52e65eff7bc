using NeuralCollapse.Measures;

namespace NeuralCollapse.Reports;

/// <summary>A part of an analysis of variance: df, residual-df, F, p, eta or omega of an effect.</summary>
internal sealed record EffectOf(string Statistic, Factorial Analysis, FactorEffect Effect) : Source(Statistic);

/// <summary>How many of some predictions fare in one way, which the statistic names, or how many there are.</summary>
/// <param name="Statistic">Its name.</param>
/// <param name="Predictions">Those that are counted, with all of their experiment, for which their p values are corrected.</param>
internal sealed record OutcomesOf(string Statistic, IReadOnlyList<(IReadOnlyList<JudgedPrediction> Family, IReadOnlyList<JudgedPrediction> Points)> Predictions) : Source(Statistic);
