namespace NeuralCollapse.Reports;

/// <summary>A table, filled in.</summary>
internal sealed record Table
{
    /// <summary>Its number in the report, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What it shows, as the first sentence of the caption.</summary>
    public required string Title { get; init; }

    /// <summary>How to read it; may be empty.</summary>
    public required string Explanation { get; init; }

    public required IReadOnlyList<TableColumn> Columns { get; init; }

    /// <summary>Whether its many rows are set close together.</summary>
    public bool IsDense { get; init; }

    /// <summary>As many entries in each row as there are columns.</summary>
    public required IReadOnlyList<IReadOnlyList<TableEntry>> Rows { get; init; }
}

/// <summary>A column of a table.</summary>
/// <param name="Title">Its head.</param>
/// <param name="Width">Its share of the width, against the other columns.</param>
/// <param name="IsNumber">Numbers are aligned on the right, words on the left.</param>
internal sealed record TableColumn(string Title, float Width, bool IsNumber);

/// <summary>An entry of a table.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Below">A second, quieter line; empty for none.</param>
internal readonly record struct TableEntry(string Text, string Below = "")
{
    /// <summary>The numbers in it, with what they were computed from; of a table of the appendix, none.</summary>
    public IReadOnlyList<Printed> Numbers { get; init; } = [];

    /// <summary>The section that a click on it leads to; null for most.</summary>
    public string? Section { get; init; }

    /// <summary>A sentence, with the numbers in it.</summary>
    public static TableEntry Of(Sentence text, Sentence? below = null) => new(text.ToString(), below?.ToString() ?? "") { Numbers = [.. text.Numbers, .. below?.Numbers ?? []] };
}
