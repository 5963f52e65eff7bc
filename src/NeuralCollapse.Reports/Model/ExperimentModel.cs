using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>What the report says of one experiment.</summary>
internal sealed record ExperimentModel
{
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>May be empty.</summary>
    public required string Claim { get; init; }

    /// <summary>How many cells, what varies, what is missing.</summary>
    public required string Setup { get; init; }

    public required Table Settings { get; init; }

    public required Table Results { get; init; }

    public required IReadOnlyList<Numbered<Figure>> Figures { get; init; }

    /// <summary>Every recorded metric of the last epoch.</summary>
    public required IReadOnlyList<Table> AllMetrics { get; init; }

    public required ExperimentSummary Summary { get; init; }
}
