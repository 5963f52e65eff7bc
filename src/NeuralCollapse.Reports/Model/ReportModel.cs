namespace NeuralCollapse.Reports;

/// <summary>All that the report says, before it is laid out: every number of it comes from the recorded results.</summary>
internal sealed record ReportModel
{
    public required string Title { get; init; }

    /// <summary>What the report is, in a sentence or two.</summary>
    public required string Abstract { get; init; }

    /// <summary>When the last cell was started: the date of the document, which never reads the clock.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>Names and values below the title.</summary>
    public required IReadOnlyList<(string Name, string Value)> Facts { get; init; }

    public required IReadOnlyList<ExperimentModel> Experiments { get; init; }

    /// <summary>What the recorded metrics mean.</summary>
    public required Table Metrics { get; init; }

    /// <summary>Where each cell comes from.</summary>
    public required Table Provenance { get; init; }
}
