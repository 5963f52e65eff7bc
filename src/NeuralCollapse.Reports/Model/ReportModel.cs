namespace NeuralCollapse.Reports;

/// <summary>All that the report says, before it is laid out: every number of it comes from the recorded results.</summary>
internal sealed record ReportModel
{
    public required string Title { get; init; }

    /// <summary>What is asked.</summary>
    public required string Question { get; init; }

    /// <summary>What the results answer; nothing where they do not.</summary>
    public required IReadOnlyList<Sentence> Answer { get; init; }

    /// <summary>The answer as a picture; null where there is nothing to compare.</summary>
    public required Numbered<Figure>? Effects { get; init; }

    /// <summary>The argument, step by step.</summary>
    public required IReadOnlyList<Section> Sections { get; init; }

    /// <summary>When the last cell was started: the date of the document, which never reads the clock.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>All of each experiment, for the appendix.</summary>
    public required IReadOnlyList<ExperimentModel> Experiments { get; init; }

    /// <summary>What the recorded metrics mean: of the appendix.</summary>
    public required Table Metrics { get; init; }

    /// <summary>Where each cell comes from: of the appendix.</summary>
    public required Table Provenance { get; init; }

    /// <summary>A row for each recorded cell, as CSV.</summary>
    public required string Csv { get; init; }

    /// <summary>The figures of the argument, in order.</summary>
    public IEnumerable<Numbered<Figure>> Figures =>
        new[] { Effects }.OfType<Numbered<Figure>>().Concat(Sections.SelectMany(section => section.Blocks).OfType<Block.Illustration>().Select(block => block.Figure));

    /// <summary>The tables of the argument, in order.</summary>
    public IEnumerable<Table> Tables => Sections.SelectMany(section => section.Blocks).OfType<Block.Tabulation>().Select(block => block.Table);
}

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

    /// <summary>The cells whose training diverged; null when none did.</summary>
    public required Table? Diverged { get; init; }

    /// <summary>The main numbers; none when no cell measured any of them.</summary>
    public required IReadOnlyList<Table> Results { get; init; }

    /// <summary>How many of the stated predictions are met; empty when none is stated.</summary>
    public required string ScoresInWords { get; init; }

    /// <summary>How each fares; null when none is stated.</summary>
    public required Table? Scorecard { get; init; }

    /// <summary>The analyses of variance that it declared, as far as their cells are recorded.</summary>
    public required IReadOnlyList<Table> Analyses { get; init; }

    /// <summary>Where theory agrees with what was measured and where it fails; empty when it predicts nothing.</summary>
    public required string PredictionsInWords { get; init; }

    /// <summary>The same in numbers; null when theory predicts nothing.</summary>
    public required Table? Predictions { get; init; }

    public required IReadOnlyList<Numbered<Figure>> Figures { get; init; }

    /// <summary>Every recorded metric of the last epoch; none for a large matrix.</summary>
    public required IReadOnlyList<Table> AllMetrics { get; init; }

    /// <summary>The tables with numbers of the last epoch that the contents list.</summary>
    public IEnumerable<Table> MainTables => new[] { Scorecard }.Concat(Analyses).Append(Diverged).Concat(Results).Append(Predictions).OfType<Table>();
}
