namespace NeuralCollapse.Training;

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
