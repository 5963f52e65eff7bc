using System.Text;

namespace NeuralCollapse.Reports;

/// <summary>The data of SVG paths.</summary>
internal static class PathData
{
    /// <summary>Straight lines from point to point.</summary>
    public static string Lines(IEnumerable<(double X, double Y)> points)
    {
        var data = new StringBuilder();
        foreach (var (x, y) in points)
            data.Append(data.Length == 0 ? 'M' : 'L').Append(Coordinate.Text(x)).Append(' ').Append(Coordinate.Text(y));
        return data.ToString();
    }

    /// <summary>
    /// A dot at each point: a line of no length, which a round cap of the stroke turns into a disc. Far shorter than circles.
    /// </summary>
    public static string Dots(IEnumerable<(double X, double Y)> points)
    {
        var data = new StringBuilder();
        foreach (var (x, y) in points)
            data.Append('M').Append(Coordinate.Coarse(x)).Append(' ').Append(Coordinate.Coarse(y)).Append("h0");
        return data.ToString();
    }
}
