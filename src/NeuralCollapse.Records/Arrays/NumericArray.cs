namespace NeuralCollapse.Records;

/// <summary>An array of numbers as a file holds it.</summary>
public sealed record NumericArray
{
    /// <summary>Lengths along each axis; none for a single number.</summary>
    public required IReadOnlyList<int> Shape { get; init; }

    /// <summary>All numbers, the last axis running fastest; whole numbers beyond 2^53 are rounded.</summary>
    public required double[] Values { get; init; }

    /// <summary>Whether the file holds whole numbers.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>The shape as people write it: <c>[20, 6]</c>.</summary>
    public string ShapeText => $"[{string.Join(", ", Shape)}]";
}
