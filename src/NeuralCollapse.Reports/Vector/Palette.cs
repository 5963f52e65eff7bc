namespace NeuralCollapse.Reports;

/// <summary>
/// The colours of the report. Those for data are told apart with every common kind of colour blindness (Okabe and Ito 2008).
/// </summary>
internal static class Palette
{
    public const string Ink = "#1a1a1a";
    public const string Quiet = "#666666";
    public const string Rule = "#cccccc";
    public const string Faint = "#ececec";

    public const string Blue = "#0072b2";
    public const string Vermilion = "#d55e00";
    public const string Green = "#009e73";
    public const string Purple = "#cc79a7";
    public const string Orange = "#e69f00";
    public const string Magenta = "#c2006e";
    public const string Sky = "#56b4e9";

    /// <summary>In the order they are given to what is compared.</summary>
    public static readonly IReadOnlyList<string> Categories = [Blue, Vermilion, Green, Purple, Orange, Sky, Ink];

    /// <summary>Solid, then ever shorter dashes.</summary>
    public static readonly IReadOnlyList<string> Dashes = ["", "3.2 1.8", "1.1 1.6", "6 1.5 1.1 1.5"];
}
