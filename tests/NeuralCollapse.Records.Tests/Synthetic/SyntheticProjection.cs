using NeuralCollapse.Records;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Synthetic;

/// <summary>
/// Made-up last-layer features: vertices for samples of one class, and between them the channel that belongs to the loss.
/// </summary>
public static class SyntheticProjection
{
    private const int Samples = 240;

    private static readonly (double X, double Y)[] Vertices =
        [(1 / Math.Sqrt(2), -1 / Math.Sqrt(6)), (-1 / Math.Sqrt(2), -1 / Math.Sqrt(6)), (0, 2 / Math.Sqrt(6))];

    private static readonly int[] Classes = [2, 5, 7];

    public static Projection At(CellSpec spec, int epoch)
    {
        var scale = 6 * (1 - Math.Exp(-epoch / 6.0));
        var spread = 0.4 + (2 * Math.Exp(-epoch / 5.0));
        return new()
        {
            Epoch = epoch,
            Points = [.. Enumerable.Range(0, Samples).Select(i => Sample(spec, i, scale, spread)), .. Classes.Select((_, c) => Classifier(c, scale))],
        };
    }

    private static ProjectedPoint Sample(CellSpec spec, int index, double scale, double spread)
    {
        var (a, b) = ((int)(3 * Noise.At(spec.Seed, 10, index)), (int)(3 * Noise.At(spec.Seed, 11, index)));
        var lambda = Noise.At(spec.Seed, 12, index);
        var (partA, partB) = a == b ? (1.0, 0.0) : Channel(spec.Loss, lambda);
        var x = (partA * Vertices[a].X) + (partB * Vertices[b].X);
        var y = (partA * Vertices[a].Y) + (partB * Vertices[b].Y);
        return new()
        {
            Kind = ProjectedKind.Sample,
            X = (scale * x) + (spread * Noise.Bell(spec.Seed, 13, index)),
            Y = (scale * y) + (spread * Noise.Bell(spec.Seed, 14, index)),
            ClassA = Classes[a],
            ClassB = Classes[b],
            Lambda = Math.Round(lambda, 4),
        };
    }

    private static (double A, double B) Channel(LossSpec loss, double lambda) => loss switch
    {
        CrossEntropyLoss => (Math.Sqrt(lambda), Math.Sqrt(1 - lambda)),
        FocalLoss => (0.5 + (lambda / 4), 0.75 - (lambda / 4)),
        MaeLoss => lambda > 0.5 ? (1, 0) : (0, 1),
        _ => (lambda, 1 - lambda),
    };

    private static ProjectedPoint Classifier(int index, double scale) => new()
    {
        Kind = ProjectedKind.Classifier,
        X = 1.1 * scale * Vertices[index].X,
        Y = 1.1 * scale * Vertices[index].Y,
        ClassA = Classes[index],
        ClassB = Classes[index],
        Lambda = 1,
    };
}
