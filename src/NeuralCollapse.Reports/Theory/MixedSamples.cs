using NeuralCollapse.Measures;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>Mixed samples of a cell after one epoch.</summary>
/// <param name="Epoch">Epochs trained; 0 is before training.</param>
/// <param name="Rows">By rising lambda; empty when none were measured.</param>
internal sealed record MixedSamples(int Epoch, IReadOnlyList<MixedPoint> Rows)
{
    /// <summary>Whether theory predicts anything of them.</summary>
    public bool IsPredicted => Rows.Any(r => double.IsFinite(r.PredictedAlpha));

    /// <summary>Distance from the predicted features, mean over those lambdas for which there is one; null when there is none.</summary>
    public double? Distance => Rows.Select(r => r.Distance).Where(double.IsFinite).Select(d => (double?)d).Average();

    /// <summary>Those at a share; null when it was not measured.</summary>
    public MixedPoint? At(double lambda) => Rows.FirstOrDefault(r => r.Lambda == lambda);

    /// <summary>After each measured epoch, in ascending order.</summary>
    public static IEnumerable<MixedSamples> Epochs(CellRecord cell) =>
        cell.Lambdas.GroupBy(r => r.Epoch).Select(epoch => new MixedSamples(epoch.Key, [.. epoch]));

    /// <summary>After the last epoch.</summary>
    public static MixedSamples Last(CellRecord cell) =>
        cell.Lambdas.Count == 0 ? new(0, []) : new(cell.Lambdas[^1].Epoch, [.. cell.Lambdas.Where(r => r.Epoch == cell.Lambdas[^1].Epoch)]);
}
