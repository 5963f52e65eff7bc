namespace NeuralCollapse.Training;

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
