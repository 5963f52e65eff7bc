using NeuralCollapse.Specs;

namespace NeuralCollapse.Records;

/// <summary>
/// The directory of results: one directory for each experiment, and in it one for each cell. Cells and files appear whole or not at all.
/// </summary>
/// <param name="root">The directory, such as <c>results</c>; made when something is written.</param>
public sealed partial class ResultStore(string root)
{
    private const string PlanJson = "plan.json";
    private const string SummaryJson = "summary.json";
    private const string SummaryCsv = "summary.csv";

    public string Root { get; } = root;

    /// <summary>Names of the experiments that have a plan here, in alphabetical order.</summary>
    public IReadOnlyList<string> Experiments() => Directory.Exists(Root)
        ? [.. Directory.GetDirectories(Root).Select(d => Path.GetFileName(d)).Where(HasPlan).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Directory of an experiment.</summary>
    public string PathOf(string experiment) => Path.Combine(Root, experiment);

    /// <summary>Directory of a cell.</summary>
    public string PathOf(string experiment, string cellId) => Path.Combine(CellsOf(experiment), cellId);

    /// <summary>Whether there is a plan to read.</summary>
    public bool HasPlan(string experiment) => File.Exists(Path.Combine(PathOf(experiment), PlanJson));

    /// <summary>Writes plan.json.</summary>
    public void WritePlan(Plan plan) => WritePlan(RecordedPlan.Of(plan));

    /// <summary>Writes plan.json.</summary>
    public void WritePlan(RecordedPlan plan) => AtomicFile.Write(Path.Combine(PathOf(plan.Experiment), PlanJson), PlanFile.Write(plan));

    /// <summary>Reads plan.json.</summary>
    /// <exception cref="UserErrorException">When it is missing or damaged.</exception>
    public RecordedPlan ReadPlan(string experiment) =>
        PlanFile.Read(new(
            Path.Combine(PathOf(experiment), PlanJson),
            $"Reproduce the experiment {experiment}: that writes it again and trains only what is missing."), experiment);

    /// <summary>Writes summary.csv and summary.json.</summary>
    public void WriteSummary(ExperimentSummary summary)
    {
        AtomicFile.Write(Path.Combine(PathOf(summary.Plan.Experiment), SummaryCsv), SummaryFiles.ToCsv(summary));
        AtomicFile.Write(Path.Combine(PathOf(summary.Plan.Experiment), SummaryJson), SummaryFiles.ToJson(summary));
    }

    private string CellsOf(string experiment) => Path.Combine(PathOf(experiment), "cells");
}
