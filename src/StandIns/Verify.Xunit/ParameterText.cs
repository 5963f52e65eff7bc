using System.Globalization;
using System.Reflection;

namespace VerifyTests;

/// <summary>The part of a snapshot's name that tells the cases of a theory apart.</summary>
internal static class ParameterText
{
    // Characters that some file system refuses: names are the same on every system.
    private const string Refused = "\"\\<>|:*?/";

    /// <summary><c>_{name}={value}</c> for each value; empty when there are none or the method has no parameters.</summary>
    /// <exception cref="InvalidOperationException">There are more values than the method has parameters.</exception>
    public static string Of(MethodInfo test, object?[]? values)
    {
        var names = test.GetParameters();
        if (values is null || names.Length == 0)
            return "";
        if (values.Length > names.Length)
            throw new InvalidOperationException(
                $"The number of passed in parameters ({values.Length}) must not exceed the number of parameters for the method ({names.Length}).");
        return string.Concat(names.Zip(values, (parameter, value) => $"_{parameter.Name}={TextOf(value)}"));
    }

    private static string TextOf(object? value) => value switch
    {
        null => "null",
        string text => Clean(text),
        bool or Enum => value.ToString()!,
        IFormattable number when value.GetType().IsPrimitive || value is decimal => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException(
            $"Expected a string, number, bool or enum as a parameter of a snapshot; got {value.GetType()}. Pass its text instead."),
    };

    private static string Clean(string text) =>
        string.Concat(text.Select(letter => char.IsAscii(letter) && char.IsControl(letter) && letter != '\u007f' || Refused.Contains(letter) ? '-' : letter));
}
