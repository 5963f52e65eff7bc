using System.CommandLine;
using System.Globalization;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Runner;

/// <summary>Makes options whose value is a number in a range, read as strictly as a number in a spec.</summary>
internal static class NumberOption
{
    /// <summary>An option for a finite number; its description ends with the range.</summary>
    public static Option<double> Real(string name, string description, double least, double most, double? preset = null, bool required = false) =>
        Of(name, description, $"a number from {NumberText.Of(least)} to {NumberText.Of(most)}", least, most, NumberText.Read, preset, required);

    /// <summary>An option for a whole number; its description ends with the range.</summary>
    public static Option<int> Whole(string name, string description, int least, int most, int? preset = null, bool required = false) => Of(
        name, description, $"a whole number from {NumberText.Of(least)} to {NumberText.Of(most)}", least, most, NumberText.ReadWhole, preset, required);

    private static Option<T> Of<T>(
        string name, string description, string expected, double least, double most, Func<string, T?> read, T? preset, bool required)
        where T : struct, IConvertible
    {
        var option = new Option<T>(name)
        {
            Description = $"{description} ({NumberText.Of(least)} to {NumberText.Of(most)})",
            Required = required,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (read(text) is { } value && value.ToDouble(CultureInfo.InvariantCulture) >= least && value.ToDouble(CultureInfo.InvariantCulture) <= most)
                    return value;
                result.AddError($"{name}={text}: expected {(IsSeparated(text) ? "a number with a decimal point" : expected)}, got {Shown(text)}");
                return default;
            },
        };
        if (preset is { } given)
            option.DefaultValueFactory = _ => given;
        return option;
    }

    /// <summary>Whether the text is a number but for a comma, which may be meant as a decimal point or between thousands: nobody can tell.</summary>
    private static bool IsSeparated(string text) =>
        text.Contains(',') && text.Replace(",", "", StringComparison.Ordinal) is var digits && (NumberText.IsNumber(digits) || NumberText.IsAmbiguous(digits));

    private static string Shown(string text) => string.IsNullOrWhiteSpace(text) ? "nothing" : text;
}
