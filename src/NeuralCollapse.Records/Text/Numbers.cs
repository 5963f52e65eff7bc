using System.Globalization;

namespace NeuralCollapse.Records;

/// <summary>
/// Numbers as text, the same on every machine: the shortest digits that read back to the same number. What is not finite is written as
/// <c>nan</c>, <c>inf</c> or <c>-inf</c>, never as an empty field.
/// </summary>
public static class Numbers
{
    private const string NotANumber = "nan";
    private const string Infinite = "inf";
    private const string MinusInfinite = "-inf";

    /// <summary>The shortest text that <see cref="TryParse"/> reads back to the same number.</summary>
    public static string Format(double value) => value switch
    {
        double.NaN => NotANumber,
        double.PositiveInfinity => Infinite,
        double.NegativeInfinity => MinusInfinite,
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>A whole number.</summary>
    public static string Format(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>With a fixed number of decimals; zero carries no sign.</summary>
    public static string Fixed(double value, int decimals)
    {
        if (!double.IsFinite(value))
            return Format(value);
        var text = value.ToString("F" + Format(decimals), CultureInfo.InvariantCulture);
        return text.StartsWith('-') && text.AsSpan().IndexOfAnyInRange('1', '9') < 0 ? text[1..] : text;
    }

    /// <summary>Reads what <see cref="Format(double)"/> and <see cref="Fixed"/> write, and nothing looser.</summary>
    public static bool TryParse(string text, out double value)
    {
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        switch (text)
        {
            case NotANumber:
                value = double.NaN;
                return true;
            case Infinite:
                value = double.PositiveInfinity;
                return true;
            case MinusInfinite:
                value = double.NegativeInfinity;
                return true;
            default:
                return double.TryParse(text, style, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
        }
    }
}
