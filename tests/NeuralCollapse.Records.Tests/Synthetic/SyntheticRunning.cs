using NeuralCollapse.Records;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Synthetic;

/// <summary>What a made-up training has shown by an epoch.</summary>
public static class SyntheticRunning
{
    /// <summary>The made-up record up to an epoch, with a curve.</summary>
    public static CellRecord Until(Cell cell, int epoch)
    {
        var whole = SyntheticRecord.Of(cell);
        return whole with
        {
            Epochs = [.. whole.Epochs.Where(row => row.Epoch <= epoch)],
            Projections = [.. whole.Projections.Where(projection => projection.Epoch <= epoch)],
            Lambdas = [.. whole.Lambdas.Where(point => point.Epoch <= epoch)],
            Curve = Curve(epoch),
            Environment = whole.Environment with { TotalSeconds = epoch },
        };
    }

    /// <summary>Every epoch until one.</summary>
    public static IReadOnlyList<CurvePoint> Curve(int epoch) =>
        [.. Enumerable.Range(1, epoch).Select(e => new CurvePoint(e, 0.1, 2.0 / e, 1 - (0.9 / e)))];
}
