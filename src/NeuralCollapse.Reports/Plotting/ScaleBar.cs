using System.Globalization;
using System.Xml.Linq;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>A short bar that says how long a round number of units is.</summary>
internal static class ScaleBar
{
    /// <param name="left">Left end of the bar.</param>
    /// <param name="bottom">Height of the bar; its text is above.</param>
    /// <param name="scale">Points in a unit.</param>
    /// <param name="longest">Length it may have, in points.</param>
    public static IEnumerable<XElement> Draw(double left, double bottom, double scale, double longest)
    {
        var exponent = (int)Math.Floor(Math.Log10(longest / scale));
        var power = double.Parse("1e" + Numbers.Format(exponent), CultureInfo.InvariantCulture);
        var units = new[] { 5, 2, 1 }.Select(n => n * power).First(n => n * scale <= longest * (1 + 1e-9));
        yield return Svg.Line(left, bottom, left + (units * scale), bottom, new(Palette.Quiet, 0.8));
        yield return Svg.Text(left, bottom - 2.5, Numbers.Fixed(units, Math.Max(0, -exponent)), new(5.5, Palette.Quiet));
    }
}
