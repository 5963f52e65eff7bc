namespace NeuralCollapse.Measures;

/// <summary>A function of two unknowns x and y at one point: its value and its first and second derivatives.</summary>
internal sealed record CurvedPoint
{
    public required double Value { get; init; }

    public required double X { get; init; }

    public required double Y { get; init; }

    public required double Xx { get; init; }

    public required double Xy { get; init; }

    public required double Yy { get; init; }

    /// <summary>
    /// Newton's step; where the function is not convex, that of its second derivatives raised along the diagonal until it is, which
    /// descends.
    /// </summary>
    public (double X, double Y) DescentStep()
    {
        var (middle, spread) = ((Xx + Yy) / 2, Math.Sqrt((Xx - Yy) * (Xx - Yy) / 4 + Xy * Xy));
        var least = 1e-10 * (Math.Abs(middle) + spread);
        var raise = Math.Max(0, least - (middle - spread));
        raise = raise > 0 ? raise + (Math.Abs(middle) + spread) / 10 : 0;
        var (xx, yy) = (Xx + raise, Yy + raise);
        var determinant = xx * yy - Xy * Xy;
        return ((Xy * Y - yy * X) / determinant, (Xy * X - xx * Y) / determinant);
    }
}
