using NeuralCollapse.Measures;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>How much mixup widens or narrows the classes at one point of an experiment: NC1 with it over NC1 without, seed by seed.</summary>
/// <param name="Experiment">Its name.</param>
/// <param name="Levels">The other axes, such as the loss.</param>
/// <param name="Mixup">The kind of mixup; empty where the experiment has one.</param>
/// <param name="With">NC1 after the last epoch by seed, with mixup.</param>
/// <param name="Without">Without it, of the same seeds.</param>
/// <param name="Cells">Ids of the cells behind it.</param>
internal sealed record MixupEffect(
    string Experiment, IReadOnlyList<KeyValuePair<string, string>> Levels, string Mixup,
    IReadOnlyDictionary<int, double> With, IReadOnlyDictionary<int, double> Without, IReadOnlyList<string> Cells)
{
    private const string Axis = "mixup", None = "none";

    /// <summary>Such as: cross-entropy, mixup, alpha 1.</summary>
    public string Name => string.Join(", ", Levels.Select(GroupName.Of).Append(Mixup).Where(part => part.Length > 0)) is { Length: > 0 } name ? name : "all cells";

    /// <summary>With over without, by seed.</summary>
    public Estimate Ratio { get; } = new SeedPairs(With, Without).Ratio;

    /// <summary>The ratio of several together: of each seed the geometric mean over them.</summary>
    /// <returns>Null where they have no seed in common.</returns>
    public static Estimate? Mean(IReadOnlyCollection<MixupEffect> effects)
    {
        List<int> seeds = [.. effects.Select(effect => effect.With.Keys).Aggregate((one, other) => one.Intersect(other))];
        Dictionary<int, double> Means(Func<MixupEffect, IReadOnlyDictionary<int, double>> of) =>
            seeds.ToDictionary(seed => seed, seed => Math.Exp(effects.Average(effect => Math.Log(of(effect)[seed]))));
        return seeds.Count == 0 ? null : new SeedPairs(Means(effect => effect.With), Means(effect => effect.Without)).Ratio;
    }

    /// <summary>Those of an experiment, in plan order: each mixup against none at the same values of the other axes, with the same seeds.</summary>
    public static IReadOnlyList<MixupEffect> All(ExperimentSummary summary)
    {
        var measured = new MeasuredPoints(summary);
        var mixed = summary.Groups.Where(group => group.Axes.Any(axis => axis.Key == Axis && axis.Value != None)).ToList();
        var hasSeveral = mixed.Select(group => group.Axes.First(axis => axis.Key == Axis).Value).Distinct().Count() > 1;
        return [.. mixed.Select(group => Of(summary, group, measured, hasSeveral)).OfType<MixupEffect>()];
    }

    private static MixupEffect? Of(ExperimentSummary summary, SummaryGroup group, MeasuredPoints measured, bool hasSeveral)
    {
        var with = Positive(measured.Values(group.Axes, WithinClassVariability.OnTrain.Name, epoch: null));
        var without = Positive(measured.Values([.. group.Axes.Select(axis => axis.Key == Axis ? new(Axis, None) : axis)], WithinClassVariability.OnTrain.Name, epoch: null));
        int[] seeds = [.. with.Keys.Intersect(without.Keys)];
        if (seeds.Length == 0)
            return null;
        var others = group.Axes.Where(axis => axis.Key != Axis).ToList();
        var baseline = summary.Groups.First(other => other.Axes.All(axis => axis.Key == Axis ? axis.Value == None : others.Contains(axis)));
        return new(
            summary.Plan.Experiment, others, hasSeveral ? GroupName.Value(group.Axes.First(axis => axis.Key == Axis).Value) : "",
            seeds.ToDictionary(seed => seed, seed => with[seed]), seeds.ToDictionary(seed => seed, seed => without[seed]),
            [.. baseline.Cells.Concat(group.Cells).Select(cell => cell.Id)]);
    }

    private static Dictionary<int, double> Positive(IReadOnlyDictionary<int, double> values) =>
        values.Where(value => value.Value > 0 && double.IsFinite(value.Value)).ToDictionary();
}
