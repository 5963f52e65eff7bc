namespace NeuralCollapse.Specs;

/// <summary>A value that does not fit the others.</summary>
/// <param name="Key">Path to the value from the part that objects, such as <c>schedule.milestones[2]</c>.</param>
/// <param name="Expected">What would fit, and why.</param>
/// <param name="Got">What is there.</param>
public sealed record Objection(string Key, string Expected, string Got)
{
    /// <summary>An objection to every element that is not larger than the one before it.</summary>
    public static IEnumerable<Objection> UnlessIncreasing(string key, IReadOnlyList<int> values) =>
        from i in Enumerable.Range(1, Math.Max(0, values.Count - 1))
        where values[i] <= values[i - 1]
        select new Objection(
            FormattableString.Invariant($"{key}[{i}]"),
            FormattableString.Invariant($"more than the {values[i - 1]} before it"),
            FormattableString.Invariant($"{values[i]}"));
}
