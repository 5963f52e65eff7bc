namespace NeuralCollapse.Reports;

/// <summary>A choice of things in a row.</summary>
internal static class Spread
{
    /// <summary>All of them or, where there are more than wanted, so many at even distances, the first and the last among them.</summary>
    public static IReadOnlyList<T> Over<T>(IReadOnlyList<T> items, int most) => items.Count <= most
        ? items
        : [.. Enumerable.Range(0, most).Select(i => items[most == 1 ? 0 : (int)Math.Round(i * (items.Count - 1) / (most - 1.0))])];
}
