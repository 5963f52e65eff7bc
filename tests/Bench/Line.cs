using System.Globalization;

namespace Bench;

/// <summary>One figure against a peer or a limit.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Ours">Our figure, with its unit.</param>
/// <param name="Peer">What it is held against, with its figure.</param>
/// <param name="Ratios">Of each round; what is judged is their median.</param>
/// <param name="Target">What the ratio should be.</param>
/// <param name="IsFloor">Whether the target is the least that is good, not the most.</param>
internal sealed record Line(string What, string Ours, string Peer, IReadOnlyList<double> Ratios, double Target, bool IsFloor)
{
    public double Ratio => Median(Ratios);

    public bool IsMet => IsFloor ? Ratio >= Target : Ratio <= Target;

    /// <summary>What the table shows, by the heads of its columns.</summary>
    public IReadOnlyList<string> Columns =>
        [What, Ours, Peer, $"{Digits(Ratio)} ({Digits(Ratios.Min())} to {Digits(Ratios.Max())}, n = {Ratios.Count})", $"{(IsFloor ? ">=" : "<=")} {Digits(Target)}", IsMet ? "met" : "not met"];

    public static IReadOnlyList<string> Heads => ["What", "Ours", "Against", "Ratio", "Target", ""];

    /// <summary>A line whose ratio is ours over the peer's, each the median of its rounds.</summary>
    public static Line Of(string what, string unit, IReadOnlyList<double> ours, string peer, IReadOnlyList<double> theirs, double target, bool isFloor) => new(
        what, $"{Digits(Median(ours))} {unit}", $"{peer}: {Digits(Median(theirs))} {unit}", [.. ours.Zip(theirs, (our, their) => our / their)], target, isFloor);

    /// <summary>A line that is held against a fixed number.</summary>
    public static Line Limit(string what, string unit, IReadOnlyList<double> ours, double most) =>
        new(what, $"{Digits(Median(ours))} {unit}", $"{Digits(most)} {unit}", [.. ours.Select(our => our / most)], 1, IsFloor: false);

    public static double Median(IEnumerable<double> values)
    {
        List<double> sorted = [.. values.Order()];
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private static string Digits(double value) => value.ToString(Math.Abs(value) is >= 100 or 0 ? "0" : "G3", CultureInfo.InvariantCulture);
}
