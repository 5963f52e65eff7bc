using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>Lengths as text, without trailing zeros.</summary>
internal static class Coordinate
{
    /// <summary>To a hundredth of a point: finer than print.</summary>
    public static string Text(double value) => Trimmed(Numbers.Fixed(value, 2));

    /// <summary>To a tenth of a point: for the places of thousands of dots, of which each is wider than a point.</summary>
    public static string Coarse(double value) => Trimmed(Numbers.Fixed(value, 1));

    private static string Trimmed(string decimals) => decimals.TrimEnd('0').TrimEnd('.') is { Length: > 0 } text and not "-" ? text : "0";
}
