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

    /// <summary>Names of the experiments that have a plan or cells here, in alphabetical order.</summary>
    public IReadOnlyList<string> Experiments() => Directory.Exists(Root)
        ? [.. Directory.GetDirectories(Root).Select(d => Path.GetFileName(d)).Where(IsExperiment).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Whether there is a result to report: a published cell, or a summary, which has one behind it.</summary>
    public bool HasResults(string experiment) =>
        CellIds(experiment).Count > 0 || File.Exists(Path.Combine(PathOf(experiment), SummaryJson)) || File.Exists(Path.Combine(PathOf(experiment), SummaryCsv));

    /// <summary>Whether there is a plan.json.</summary>
    public bool HasPlan(string experiment) => File.Exists(Path.Combine(PathOf(experiment), PlanJson));

    /// <summary>Directory of an experiment.</summary>
    public string PathOf(string experiment) => Path.Combine(Root, experiment);

    /// <summary>Directory of a cell.</summary>
    public string PathOf(string experiment, string cellId) => Path.Combine(CellsOf(experiment), cellId);

    /// <summary>Writes plan.json.</summary>
    public void WritePlan(Plan plan) => WritePlan(RecordedPlan.Of(plan));

    /// <summary>Writes plan.json.</summary>
    public void WritePlan(RecordedPlan plan) => AtomicFile.Write(Path.Combine(PathOf(plan.Experiment), PlanJson), PlanFile.Write(plan));

    /// <summary>Reads plan.json.</summary>
    /// <exception cref="DamagedResultException">When it is missing, or not as it was written.</exception>
    public RecordedPlan ReadPlan(string experiment) => PlanFile.Read(FileOf(experiment, PlanJson), experiment);

    /// <summary>Writes summary.csv and summary.json, or removes those of before where no cell is recorded.</summary>
    public void WriteSummary(ExperimentSummary summary)
    {
        foreach (var (name, text) in SummariesOf(summary))
        {
            if (text is null)
                File.Delete(Path.Combine(PathOf(summary.Plan.Experiment), name));
            else
                AtomicFile.Write(Path.Combine(PathOf(summary.Plan.Experiment), name), text);
        }
    }

    /// <summary>
    /// Reads all that is recorded of a plan. Besides its cells these are the files of the experiment: plan.json is to be that of the plan, and the
    /// summaries, which follow from whole cells, are composed anew to compare. While a command is at work on the experiment they may be
    /// behind, and are not compared; nor after one was killed, until the next.
    /// </summary>
    public RecordedExperiment ReadExperiment(RecordedPlan plan)
    {
        var atWork = ExperimentLock.IsNoted(PathOf(plan.Experiment));
        var (cells, damages) = ReadCells(plan);
        if (ExperimentFaults(plan, damages.Count == 0 ? cells : null) is { Count: > 0 } faults && !atWork && !ExperimentLock.IsNoted(PathOf(plan.Experiment)))
            damages.Add(new(null, new(faults, RemedyOf(plan.Experiment))));
        return new() { Plan = plan, Cells = cells, Damages = damages };
    }

    /// <summary>What is wrong with plan.json and, if the cells are whole and the plan is theirs, with the summaries.</summary>
    private List<ResultFault> ExperimentFaults(RecordedPlan plan, IReadOnlyList<CellRecord>? cells)
    {
        var ofPlan = DamagedResultException.FaultsOf([() => RequirePlan(plan)]);
        return ofPlan.Count > 0 || cells is null ? ofPlan : DamagedResultException.FaultsOf(
            SummariesOf(ExperimentSummary.Of(plan, cells)).Select(file => (Action)(() => RequireSummary(plan.Experiment, file.Name, file.Text))));
    }

    private void RequirePlan(RecordedPlan plan)
    {
        ReadPlan(plan.Experiment);
        FileOf(plan.Experiment, PlanJson).Holding(ContentHash.Of(PlanFile.Write(plan)), "the plan of the spec");
    }

    private void RequireSummary(string experiment, string name, string? text)
    {
        var file = FileOf(experiment, name);
        if (text is not null)
            file.Holding(ContentHash.Of(text), "the summary of the recorded cells");
        else if (File.Exists(file.Path))
            throw file.Unexpected("no cell is recorded");
    }

    /// <summary>Name and text of summary.csv and summary.json; no text where no cell is recorded.</summary>
    private static IEnumerable<(string Name, string? Text)> SummariesOf(ExperimentSummary summary) =>
    [
        (SummaryCsv, summary.Cells.Any() ? SummaryFiles.ToCsv(summary) : null),
        (SummaryJson, summary.Cells.Any() ? SummaryFiles.ToJson(summary) : null),
    ];

    private ResultFile FileOf(string experiment, string name) => new(Path.Combine(PathOf(experiment), name), RemedyOf(experiment));

    private static string RemedyOf(string experiment) =>
        $"Restore it from version control, or reproduce the experiment {experiment}: that writes it again and trains only what is missing.";

    private bool IsExperiment(string name) => HasPlan(name) || Directory.Exists(CellsOf(name));

    private string CellsOf(string experiment) => Path.Combine(PathOf(experiment), "cells");
}
