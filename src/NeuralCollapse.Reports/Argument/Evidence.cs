using NeuralCollapse.Records;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Reports;

/// <summary>What the argument rests on: the recorded experiments, and which of them says what.</summary>
internal sealed class Evidence
{
    private readonly Counter figures;

    public Evidence(IReadOnlyList<ExperimentSummary> summaries, Counter figures, Counter tables)
    {
        (this.figures, Tables, Experiments) = (figures, tables, tables.Next());
        All = summaries;
        Trained = [.. summaries.Where(summary => summary.Groups.Count > 0 && !IsFree(summary))];
        Free = [.. summaries.Where(summary => summary.Groups.Count > 0 && IsFree(summary))];
        Effects = [.. Trained.SelectMany(MixupEffect.All)];
        Primary = Trained.OrderByDescending(Asked).ThenByDescending(summary => summary.Cells.Count()).FirstOrDefault();
    }

    public IReadOnlyList<ExperimentSummary> All { get; }

    /// <summary>Number of the table that lists the experiments.</summary>
    public int Experiments { get; }

    /// <summary>Those that train networks.</summary>
    public IReadOnlyList<ExperimentSummary> Trained { get; }

    /// <summary>Those that optimise unconstrained features.</summary>
    public IReadOnlyList<ExperimentSummary> Free { get; }

    /// <summary>What mixup does to NC1, wherever it is set against none.</summary>
    public IReadOnlyList<MixupEffect> Effects { get; }

    /// <summary>
    /// The experiment that the argument is told with: the one that sets mixup against none for the most losses and architectures, and of equal
    /// ones that with the most cells. Null where none trains.
    /// </summary>
    public ExperimentSummary? Primary { get; }

    /// <summary>The others that train networks.</summary>
    public IEnumerable<ExperimentSummary> Others => Trained.Where(summary => summary != Primary);

    /// <summary>The groups of the primary experiment that mix.</summary>
    public IReadOnlyList<SummaryGroup> Mixing => Primary is null ? [] : [.. Primary.Groups.Where(MixupEffect.IsMixed)];

    /// <summary>Numbers of tables.</summary>
    public Counter Tables { get; }

    /// <summary>An experiment by its name.</summary>
    public ExperimentSummary Of(string experiment) => All.First(summary => summary.Plan.Experiment == experiment);

    public Numbered<Figure> Number(Figure figure) => new(figures.Next(), figure);

    /// <summary>The unconstrained features model has no network: its features are what is optimised.</summary>
    private static bool IsFree(CellRecord cell) => Trainings.SpecOf(cell) is UfmCell;

    /// <summary>How many combinations of a loss and an architecture it says the effect of mixup of.</summary>
    private int Asked(ExperimentSummary summary) => Effects.Where(effect => effect.Experiment == summary.Plan.Experiment)
        .Select(effect => string.Join('\n', effect.Levels.Where(level => level.Key is "loss" or "model").Select(level => level.Value))).Distinct().Count();

    private static bool IsFree(ExperimentSummary summary) => summary.Groups.SelectMany(group => group.Cells).All(IsFree);
}
