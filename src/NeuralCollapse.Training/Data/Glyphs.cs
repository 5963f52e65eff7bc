using NeuralCollapse.Specs;

namespace NeuralCollapse.Training;

/// <summary>
/// Ten classes of drawn symbols, 28 x 28, each image a pure function of (split, index): random position, scale, rotation, shear, stroke
/// width, contrast, a stray stroke and noise. Only +, -, x, / and square roots are used, which IEEE 754 fixes to the bit on every machine.
/// </summary>
public static class Glyphs
{
    /// <summary>Pixels along an edge.</summary>
    public const int Edge = 28;

    /// <summary>Label of an image is its index modulo 10.</summary>
    public static DataSet Draw(GlyphsData spec) => new()
    {
        ClassNames = DataSet.Numbered(GlyphShapes.Count),
        Train = Draw("train", spec.Train),
        Test = Draw("test", spec.Test),
    };

    private static ImageSet Draw(string split, int count)
    {
        var pixels = new byte[count * Edge * Edge];
        for (var index = 0; index < count; index++)
            Draw(new RandomStream(0, $"glyphs/{split}", index), index % GlyphShapes.Count, pixels.AsSpan(index * Edge * Edge, Edge * Edge));
        return new()
        {
            Pixels = pixels,
            Labels = [.. Enumerable.Range(0, count).Select(index => index % GlyphShapes.Count)],
            Shape = new(1, Edge, Edge),
        };
    }

    private static void Draw(RandomStream random, int label, Span<byte> image)
    {
        var pose = GlyphPose.Draw(random);
        var strokes = GlyphShapes.Strokes(label).Select(pose.Place).Append(StrayStroke(random)).ToArray();
        for (var y = 0; y < Edge; y++)
        {
            for (var x = 0; x < Edge; x++)
            {
                var nearest = double.PositiveInfinity;
                foreach (var stroke in strokes)
                    nearest = Math.Min(nearest, stroke.SquaredDistance(x, y));
                var ink = Math.Clamp(pose.HalfWidth + 0.5 - Math.Sqrt(nearest), 0, 1);
                var value = pose.Background + (pose.Contrast * ink) + (pose.Noise * Bell(random));
                image[(y * Edge) + x] = (byte)(Math.Clamp(value, 0, 1) * 255 + 0.5);
            }
        }
    }

    /// <summary>A short line anywhere, of no class.</summary>
    private static Stroke StrayStroke(RandomStream random)
    {
        var (x, y) = (random.NextUniform(0, Edge), random.NextUniform(0, Edge));
        return new(x, y, x + random.NextUniform(-6, 6), y + random.NextUniform(-6, 6));
    }

    /// <summary>Nearly normal with variance 1: the sum of three uniform variates (Irwin-Hall), which needs no logarithm.</summary>
    private static double Bell(RandomStream random) => 2 * (random.NextUniform() + random.NextUniform() + random.NextUniform() - 1.5);
}
