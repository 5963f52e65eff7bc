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
                image[(y * Edge) + x] = (byte)((Math.Clamp(value, 0, 1) * 255) + 0.5);
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

/// <summary>The ten symbols, as lines between points of the square from -1 to 1, y downwards.</summary>
internal static class GlyphShapes
{
    /// <summary>Vertices of each symbol; a break starts a new line.</summary>
    private static readonly IReadOnlyList<IReadOnlyList<Stroke>> Symbols =
    [
        Lines("0,-1 0,1 | -1,0 1,0"), // plus
        Lines("-1,-1 1,1 | -1,1 1,-1"), // cross
        Lines("0,-1 .71,-.71 1,0 .71,.71 0,1 -.71,.71 -1,0 -.71,-.71 0,-1"), // ring
        Lines("-.85,-.85 .85,-.85 .85,.85 -.85,.85 -.85,-.85"), // square
        Lines("0,-1 .95,.85 -.95,.85 0,-1"), // triangle
        Lines("-1,-1 1,-1 | 0,-1 0,1"), // tee
        Lines("-.8,-1 -.8,1 .9,1"), // ell
        Lines("-.9,-1 .9,-1 -.9,1 .9,1"), // zed
        Lines("-.85,-1 -.85,1 | .85,-1 .85,1 | -.85,0 .85,0"), // aitch
        Lines("-1,-.9 0,1 1,-.9"), // vee
    ];

    public static int Count => Symbols.Count;

    public static IReadOnlyList<Stroke> Strokes(int label) => Symbols[label];

    private static List<Stroke> Lines(string points) =>
        [.. points.Split('|').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Point).ToList())
            .SelectMany(line => line.Zip(line.Skip(1), (a, b) => new Stroke(a.X, a.Y, b.X, b.Y)))];

    private static (double X, double Y) Point(string pair)
    {
        var numbers = pair.Split(',').Select(n => double.Parse(n, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return (numbers[0], numbers[1]);
    }
}

/// <summary>How one symbol is drawn: an affine map from symbol coordinates, -1 to 1, to pixels, and the look of the ink.</summary>
internal sealed record GlyphPose
{
    public required (double XX, double XY, double YX, double YY) Map { get; init; }

    public required (double X, double Y) Centre { get; init; }

    /// <summary>Half the stroke width, in pixels.</summary>
    public required double HalfWidth { get; init; }

    /// <summary>Intensities of paper, of ink on it, and of the noise, 0 to 1.</summary>
    public required double Background { get; init; }

    public required double Contrast { get; init; }

    public required double Noise { get; init; }

    public static GlyphPose Draw(RandomStream random)
    {
        // The angle is 2 atan t, up to 25 degrees: a rational form of rotation, since sine and cosine differ between machines.
        var t = random.NextUniform(-0.22, 0.22);
        var (cos, sin) = ((1 - (t * t)) / (1 + (t * t)), 2 * t / (1 + (t * t)));
        var (width, height) = (random.NextUniform(6, 10), random.NextUniform(6, 10));
        var shear = random.NextUniform(-0.25, 0.25);
        return new()
        {
            Map = (cos * width, ((shear * cos) - sin) * height, sin * width, ((shear * sin) + cos) * height),
            Centre = (13.5 + random.NextUniform(-2.5, 2.5), 13.5 + random.NextUniform(-2.5, 2.5)),
            HalfWidth = random.NextUniform(0.6, 1.6),
            Background = random.NextUniform(0, 0.25),
            Contrast = random.NextUniform(0.4, 0.75),
            Noise = random.NextUniform(0.02, 0.14),
        };
    }

    public Stroke Place(Stroke s)
    {
        var (x1, y1) = Place(s.X1, s.Y1);
        var (x2, y2) = Place(s.X2, s.Y2);
        return new(x1, y1, x2, y2);
    }

    private (double X, double Y) Place(double x, double y) =>
        (Centre.X + (Map.XX * x) + (Map.XY * y), Centre.Y + (Map.YX * x) + (Map.YY * y));
}

/// <summary>A straight line from (X1, Y1) to (X2, Y2).</summary>
internal readonly record struct Stroke(double X1, double Y1, double X2, double Y2)
{
    /// <summary>Squared distance of a point to the nearest point of the line.</summary>
    public double SquaredDistance(double x, double y)
    {
        var (dx, dy) = (X2 - X1, Y2 - Y1);
        var length = (dx * dx) + (dy * dy);
        var along = length > 0 ? Math.Clamp((((x - X1) * dx) + ((y - Y1) * dy)) / length, 0, 1) : 0;
        var (ex, ey) = (x - X1 - (along * dx), y - Y1 - (along * dy));
        return (ex * ex) + (ey * ey);
    }
}
