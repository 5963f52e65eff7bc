using NeuralCollapse.Measures;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Reports;

/// <summary>
/// Where the values behind a printed number are recorded: a column of a file of cells, and of which cells for each seed. The value of a seed is
/// the mean over its cells, geometric for a ratio.
/// </summary>
internal sealed record Series
{
    /// <summary>Name of the experiment.</summary>
    public required string Experiment { get; init; }

    /// <summary>Below the folder of a cell.</summary>
    public string File { get; init; } = "metrics.csv";

    /// <summary>Name of the column, or two with a slash for their quotient.</summary>
    public required string Column { get; init; }

    /// <summary>Null: the last that was measured.</summary>
    public int? Epoch { get; init; }

    /// <summary>Share of the label, in files that have a row for each; null in others.</summary>
    public double? Lambda { get; init; }

    /// <summary>How the cells of a seed are set against others; null where they are not.</summary>
    public Contrast? Compare { get; init; }

    /// <summary>Epoch of those others; null: the same.</summary>
    public int? AgainstEpoch { get; init; }

    /// <summary>From recorded to printed values, such as 100 for per cent.</summary>
    public double Factor { get; init; } = 1;

    public required IReadOnlyList<SeedCells> Seeds { get; init; }

    /// <summary>A metric of a point of the matrix after the last epoch.</summary>
    public static Series Of(ExperimentSummary summary, SummaryGroup group, string metric) => new()
    {
        Experiment = summary.Plan.Experiment,
        Column = metric,
        Factor = MetricTable.Find(metric)?.Factor ?? 1,
        Seeds = [.. group.Cells.Where(cell => cell.Final.Find(metric) is not null).Select(cell => new SeedCells([cell.Id], []))],
    };
}

/// <summary>Ids of the cells of one seed, and of those that they are set against.</summary>
internal sealed record SeedCells(IReadOnlyList<string> Of, IReadOnlyList<string> Against);
