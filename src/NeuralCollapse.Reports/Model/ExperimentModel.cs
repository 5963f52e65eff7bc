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

    /// <summary>The main numbers; none when no cell measured any of them.</summary>
    public required IReadOnlyList<Table> Results { get; init; }

    /// <summary>Where theory agrees with what was measured and where it fails; empty when it predicts nothing.</summary>
    public required string PredictionsInWords { get; init; }

    /// <summary>The same in numbers; null when theory predicts nothing.</summary>
    public required Table? Predictions { get; init; }

    public required IReadOnlyList<Numbered<Figure>> Figures { get; init; }

    /// <summary>Every recorded metric of the last epoch; none for a large matrix.</summary>
    public required IReadOnlyList<Table> AllMetrics { get; init; }

    public required ExperimentSummary Summary { get; init; }

    /// <summary>The tables with numbers of the last epoch that the contents list.</summary>
    public IEnumerable<Table> MainTables => Predictions is null ? Results : Results.Append(Predictions);
}
