namespace NeuralCollapse.Reports;

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
