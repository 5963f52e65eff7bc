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
