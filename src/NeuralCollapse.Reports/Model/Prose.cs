using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>Small pieces of sentences.</summary>
internal static class Prose
{
    /// <summary>1 cell, 2 cells.</summary>
    public static string Count(int count, string noun) => FormattableString.Invariant($"{count} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>A name that would read as a word of its sentence, such as that of an experiment.</summary>
    public static string Quoted(string name) => $"“{name}”";

    /// <summary>a; a and b; a, b and c.</summary>
    public static string List(IReadOnlyList<string> items) => items.Count < 2
        ? string.Concat(items)
        : $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}";
}

/// <summary>Durations for people.</summary>
internal static class Duration
{
    /// <summary>36 s, 4 min 5 s, or 2 h 10 min.</summary>
    public static string Text(double seconds)
    {
        var whole = (long)Math.Round(seconds);
        return whole switch
        {
            < 60 => FormattableString.Invariant($"{whole} s"),
            < 3600 => FormattableString.Invariant($"{whole / 60} min {whole % 60} s"),
            _ => FormattableString.Invariant($"{whole / 3600} h {whole % 3600 / 60} min"),
        };
    }
}

/// <summary>p values for people.</summary>
internal static class PValue
{
    /// <summary>0.012; smaller ones than 0.001 are only said to be.</summary>
    public static string Text(double p) => p < 0.001 ? "< 0.001" : Numbers.Fixed(p, 3);
}
