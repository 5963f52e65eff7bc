using System.Globalization;
using System.Text.RegularExpressions;

namespace NeuralCollapse.Specs;

/// <summary>
/// How a number is written, in a spec and on the command line alike: decimal digits with a decimal point and, where wanted, a sign and an
/// exponent, whatever the culture. No separator of thousands, no hexadecimal digits, nothing around it. A whole number has no needless
/// zero before it, which some readers of YAML take for the sign of octal digits.
/// </summary>
public static partial class NumberText
{
    /// <summary>Whether the text is a number; a finite one unless it is too large for a double.</summary>
    public static bool IsNumber(string text) => Number().IsMatch(text) && !IsAmbiguous(text);

    /// <summary>Whether the text is a number without point and exponent, of any size.</summary>
    public static bool IsWhole(string text) => WholeNumber().IsMatch(text) && !IsAmbiguous(text);

    /// <summary>Whether it is digits after a needless zero, as 010: ten to some readers, eight to others.</summary>
    public static bool IsAmbiguous(string text) => NeedlessZero().IsMatch(text);

    /// <summary>The number that the text is; null where it is none, or too large for a double.</summary>
    public static double? Read(string text) =>
        // Adding zero turns -0 into 0: they are one number, and one is enough.
        IsNumber(text) && double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) + 0.0 is var value && double.IsFinite(value) ? value : null;

    /// <summary>The whole number that the text is; null where it is none, or too large for an int.</summary>
    public static int? ReadWhole(string text) =>
        IsWhole(text) && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>A number as one would write it by hand: 1e-6, not 1E-06.</summary>
    public static string Of(double value) => value.ToString(CultureInfo.InvariantCulture)
        .Replace("E-0", "e-", StringComparison.Ordinal)
        .Replace("E", "e", StringComparison.Ordinal);

    [GeneratedRegex(@"\A[-+]?[0-9]+\z")]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"\A[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z")]
    private static partial Regex Number();

    [GeneratedRegex(@"\A[-+]?0[0-9]+\z")]
    private static partial Regex NeedlessZero();
}
