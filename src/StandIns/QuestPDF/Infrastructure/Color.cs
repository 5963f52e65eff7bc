using SkiaSharp;

namespace QuestPDF.Infrastructure;

/// <summary>A colour.</summary>
public readonly struct Color
{
    internal SKColor Value { get; private init; }

    /// <summary>The colour that is written <c>#RGB</c>, <c>#RRGGBB</c> or <c>#AARRGGBB</c>.</summary>
    /// <exception cref="ArgumentException">The text is not a colour.</exception>
    public static implicit operator Color(string hex) => SKColor.TryParse(hex, out var value)
        ? new() { Value = value }
        : throw new ArgumentException($"expected a colour such as #RGB, #RRGGBB or #AARRGGBB, got '{hex}'", nameof(hex));
}
