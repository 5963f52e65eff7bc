using System.Globalization;

namespace QuestPDF.Infrastructure;

/// <summary>A colour, written <c>#RGB</c>, <c>#RRGGBB</c> or <c>#AARRGGBB</c>.</summary>
public readonly struct Color(uint hex)
{
    /// <summary>Alpha, red, green and blue, from the highest byte to the lowest.</summary>
    public uint Hex { get; } = hex;

    /// <exception cref="ArgumentException">The text is not a colour.</exception>
    public static Color FromHex(string hex)
    {
        var digits = hex.TrimStart('#');
        if (digits.Length == 3)
            digits = string.Concat(digits.Select(digit => new string(digit, 2)));
        if (digits.Length == 6)
            digits = "FF" + digits;
        return digits.Length == 8 && uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new Color(value)
            : throw new ArgumentException($"expected a colour such as #RGB, #RRGGBB or #AARRGGBB, got '{hex}'", nameof(hex));
    }

    public static implicit operator Color(string hex) => FromHex(hex);
}
