using System.Runtime.InteropServices;

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

/// <summary>An array that is to be written under a name: float32, float64 or int64.</summary>
public sealed record NamedArray
{
    private readonly Array values;

    private NamedArray(string name, Array values, IReadOnlyList<int> shape)
    {
        var count = shape.Aggregate(1L, (product, extent) => product * extent);
        if (count != values.Length)
            throw new ArgumentException($"{name}: expected {count} numbers for the shape [{string.Join(", ", shape)}], got {values.Length}");
        (Name, this.values, Shape) = (name, values, shape);
    }

    public string Name { get; }

    /// <summary>Lengths along each axis; none for a single number.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>The type by NumPy's name, such as <c>&lt;f4</c>.</summary>
    internal string Description => values switch { float[] => "<f4", double[] => "<f8", _ => "<i8" };

    /// <summary>Bytes of one number.</summary>
    internal int Size => values switch { float[] => 4, _ => 8 };

    /// <summary>The numbers, the last axis running fastest; little-endian, as is every machine that libtorch is built for.</summary>
    internal ReadOnlySpan<byte> Bytes => values switch
    {
        float[] numbers => MemoryMarshal.AsBytes(numbers.AsSpan()),
        double[] numbers => MemoryMarshal.AsBytes(numbers.AsSpan()),
        _ => MemoryMarshal.AsBytes(((long[])values).AsSpan()),
    };

    /// <exception cref="ArgumentException">The shape asks for another number of values.</exception>
    public static NamedArray Of(string name, float[] values, params IReadOnlyList<int> shape) => new(name, values, shape);

    /// <inheritdoc cref="Of(string, float[], IReadOnlyList{int})"/>
    public static NamedArray Of(string name, double[] values, params IReadOnlyList<int> shape) => new(name, values, shape);

    /// <inheritdoc cref="Of(string, float[], IReadOnlyList{int})"/>
    public static NamedArray Of(string name, long[] values, params IReadOnlyList<int> shape) => new(name, values, shape);
}
