namespace NeuralCollapse.Training;

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
