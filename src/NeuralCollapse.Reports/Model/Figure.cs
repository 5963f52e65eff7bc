namespace NeuralCollapse.Reports;

/// <summary>A figure of an experiment, with all that a reader needs to trace it.</summary>
internal sealed record Figure
{
    /// <summary>Name of its file, without extension.</summary>
    public required string Name { get; init; }

    /// <summary>What it shows, as the first sentence of the caption.</summary>
    public required string Title { get; init; }

    /// <summary>How to read it.</summary>
    public required string Explanation { get; init; }

    /// <summary>Ids of the cells it was drawn from, in plan order.</summary>
    public required IReadOnlyList<string> Cells { get; init; }

    /// <summary>Numbers that are printed in it.</summary>
    public IReadOnlyList<Printed> Numbers { get; init; } = [];

    /// <summary>The drawing, as wide as the text of a page.</summary>
    public required string Svg { get; init; }

    /// <summary>Height of the drawing, in points.</summary>
    public required double Height { get; init; }
}

/// <summary>Something with its number in the report, from 1.</summary>
internal sealed record Numbered<T>(int Number, T Content);

/// <summary>Hands out the numbers of figures or tables in the order of the report.</summary>
internal sealed class Counter
{
    private int last;

    public int Next() => ++last;
}
