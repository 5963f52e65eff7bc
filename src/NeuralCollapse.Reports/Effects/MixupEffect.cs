using NeuralCollapse.Measures;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Reports;

/// <summary>How much mixup widens or narrows the classes at one point of an experiment: NC1 with it over NC1 without, seed by seed.</summary>
/// <param name="Experiment">Its name.</param>
/// <param name="Levels">The other axes, such as the loss.</param>
/// <param name="Mixup">The kind of mixup; empty where the experiment has one.</param>
/// <param name="With">NC1 after the last epoch by seed, with mixup.</param>
/// <param name="Without">Without it, of the same seeds.</param>
/// <param name="Seeds">The cell with mixup of each seed, and the one without.</param>
internal sealed record MixupEffect(
    string Experiment, IReadOnlyList<KeyValuePair<string, string>> Levels, string Mixup,
    IReadOnlyDictionary<int, double> With, IReadOnlyDictionary<int, double> Without, IReadOnlyDictionary<int, SeedCells> Seeds)
{
    /// <summary>Whether images are mixed, and not their labels alone.</summary>
    public bool MixesImages { get; init; } = true;

    /// <summary>Name of the axis, and its value that stands for no mixup.</summary>
    public const string Axis = "mixup", None = "none";

    /// <summary>Such as: cross-entropy, mixup, alpha 1.</summary>
    public string Name => string.Join(", ", Levels.Select(GroupName.Of).Append(Mixup).Where(part => part.Length > 0)) is { Length: > 0 } name ? name : "all cells";

    /// <summary>Ids of the cells behind it.</summary>
    public IReadOnlyList<string> Cells => [.. Seeds.Values.SelectMany(seed => seed.Against.Concat(seed.Of)).Distinct()];

    /// <summary>With over without, by seed.</summary>
    public Estimate Ratio { get; } = new SeedPairs(With, Without).Ratio;

    /// <summary>Where its values are recorded.</summary>
    public Series Series => SeriesOf([this], [.. With.Keys.Order()]);

    /// <summary>The ratio of several together, of one experiment: of each seed the geometric mean over them.</summary>
    /// <returns>Null where they have no seed in common.</returns>
    public static (Estimate Ratio, Series Series)? Mean(IReadOnlyCollection<MixupEffect> effects)
    {
        List<int> seeds = [.. effects.Select(effect => effect.With.Keys).Aggregate((one, other) => one.Intersect(other)).Order()];
        Dictionary<int, double> Means(Func<MixupEffect, IReadOnlyDictionary<int, double>> of) =>
            seeds.ToDictionary(seed => seed, seed => Math.Exp(effects.Average(effect => Math.Log(of(effect)[seed]))));
        return seeds.Count == 0 ? null : (new SeedPairs(Means(effect => effect.With), Means(effect => effect.Without)).Ratio, SeriesOf(effects, seeds));
    }

    /// <summary>Those of an experiment, in plan order: each mixup against none at the same values of the other axes, with the same seeds.</summary>
    public static IReadOnlyList<MixupEffect> All(ExperimentSummary summary)
    {
        var measured = new MeasuredPoints(summary);
        var mixed = summary.Groups.Where(Mixes).ToList();
        var hasSeveral = mixed.Select(MixupOf).Distinct().Count() > 1;
        return [.. mixed.Select(group => Of(summary, group, measured, hasSeveral)).OfType<MixupEffect>()];
    }

    /// <summary>Whether a point says that it mixes.</summary>
    public static bool Mixes(SummaryGroup group) => MixupOf(group) is { Length: > 0 } mixup && mixup != None;

    /// <summary>Label on the axis; empty where there is none.</summary>
    public static string MixupOf(SummaryGroup group) => group.Axes.FirstOrDefault(axis => axis.Key == Axis).Value ?? "";

    private static MixupEffect? Of(ExperimentSummary summary, SummaryGroup group, MeasuredPoints measured, bool hasSeveral)
    {
        KeyValuePair<string, string>[] baseline = [.. group.Axes.Select(axis => axis.Key == Axis ? new(Axis, None) : axis)];
        var with = Positive(measured.Values(group.Axes, WithinClassVariability.OnTrain.Name, epoch: null));
        var without = Positive(measured.Values(baseline, WithinClassVariability.OnTrain.Name, epoch: null));
        int[] seeds = [.. with.Keys.Intersect(without.Keys)];
        if (seeds.Length == 0)
            return null;
        var (mixed, unmixed) = (measured.Cells(group.Axes), measured.Cells(baseline));
        return new(
            summary.Plan.Experiment, [.. group.Axes.Where(axis => axis.Key != Axis)], hasSeveral ? GroupName.Value(MixupOf(group)) : "",
            seeds.ToDictionary(seed => seed, seed => with[seed]), seeds.ToDictionary(seed => seed, seed => without[seed]),
            seeds.ToDictionary(seed => seed, seed => new SeedCells([mixed[seed]], [unmixed[seed]])))
        {
            MixesImages = Trainings.MixesImages(group.Cells[0]),
        };
    }

    private static Series SeriesOf(IReadOnlyCollection<MixupEffect> effects, IReadOnlyList<int> seeds) => new()
    {
        Experiment = effects.First().Experiment,
        Column = WithinClassVariability.OnTrain.Name,
        Compare = Contrast.Ratio,
        Seeds = [.. seeds.Select(seed => new SeedCells([.. effects.SelectMany(effect => effect.Seeds[seed].Of)], [.. effects.SelectMany(effect => effect.Seeds[seed].Against)]))],
    };

    private static Dictionary<int, double> Positive(IReadOnlyDictionary<int, double> values) =>
        values.Where(value => value.Value > 0 && double.IsFinite(value.Value)).ToDictionary();
}
