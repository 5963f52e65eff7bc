using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>Lengths as text.</summary>
internal static class Coordinate
{
    /// <summary>To a hundredth of a point, without trailing zeros: finer than print, and small files.</summary>
    public static string Text(double value)
    {
        var text = Numbers.Fixed(value, 2).TrimEnd('0').TrimEnd('.');
        return text.Length == 0 ? "0" : text;
    }
}
