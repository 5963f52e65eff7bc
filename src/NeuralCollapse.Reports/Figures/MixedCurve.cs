namespace NeuralCollapse.Reports;

/// <summary>A quantity over lambda, with its prediction.</summary>
/// <param name="Measured">In units of alpha of same-class samples.</param>
/// <param name="Predicted">In the same units.</param>
/// <param name="Letter">Its name at the right edge of a panel; empty when there is but one.</param>
/// <param name="LetterAt">The value beside which it stands.</param>
internal sealed record MixedCurve(CellCurve Measured, CellCurve Predicted, string Letter, double LetterAt);
