using System.Globalization;
using System.Text.RegularExpressions;

namespace Repository.Tests;

/// <summary>
/// The range of a column as results/README.md writes it: alternatives joined by "or", each of them <c>text</c>, <c>time</c>, a word for
/// itself (<c>nan</c>, <c>true</c>, ...), <c>nothing</c>, <c>absent</c>, choices between backticks, or numbers: <c>any</c>, <c>0 to 1</c>, <c>&gt;= 0</c>,
/// <c>above 0</c>, with <c>whole,</c> before them where they are.
/// </summary>
internal sealed partial class DocumentedRange
{
    private readonly IReadOnlyList<Func<string, bool>> alternatives;

    public DocumentedRange(string text) => alternatives = [.. text.Split(" or ").Select(Alternative)];

    public bool Contains(string value) => alternatives.Any(alternative => alternative(value));

    private static Func<string, bool> Alternative(string text)
    {
        switch (text)
        {
            case "text":
                return value => value.Length > 0;
            case "absent":
                return _ => false;
            case "nothing":
                return value => value.Length == 0;
            case "nan" or "inf" or "true" or "false":
                return value => value == text;
            case "time":
                return value => DateTimeOffset.TryParseExact(value, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        }

        if (text.StartsWith('`'))
            return value => text.Split(", ").Contains($"`{value}`");
        var match = Numeric().Match(text);
        if (!match.Success)
            throw new FormatException($"results/README.md: '{text}' is no range");
        bool Holds(double value) =>
            (!match.Groups["whole"].Success || double.IsInteger(value))
            && (!match.Groups["least"].Success || value >= Number(match.Groups["least"].Value))
            && (!match.Groups["above"].Success || value > Number(match.Groups["above"].Value))
            && (!match.Groups["most"].Success || value <= Number(match.Groups["most"].Value));
        return value => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) && Holds(number);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<whole>whole, )?(any|>= (?<least>\S+)|above (?<above>\S+)|(?<least>\S+) to (?<most>\S+))$")]
    private static partial Regex Numeric();
}
