using NeuralCollapse.Measures;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Reports;

/// <summary>How much mixup widens or narrows the classes at one point of an experiment.</summary>
/// <param name="Levels">The other axes, such as the loss.</param>
/// <param name="Mixup">The kind of mixup; empty where the experiment has one.</param>
/// <param name="Nc1">NC1 after the last epoch with it over that without.</param>
/// <param name="MixesImages">Whether images are mixed, and not their labels alone.</param>
internal sealed record MixupEffect(IReadOnlyList<KeyValuePair<string, string>> Levels, string Mixup, SeedRatio Nc1, bool MixesImages)
{
    /// <summary>Name of the axis, and its value that stands for no mixup.</summary>
    public const string Axis = "mixup", None = "none";

    public string Experiment => Nc1.Experiment;

    /// <summary>Ids of the cells behind it.</summary>
    public IReadOnlyList<string> Cells => [.. Nc1.Cells.Values.SelectMany(seed => seed.Against.Concat(seed.Of)).Distinct()];

    /// <summary>With over without.</summary>
    public Estimate Ratio => Nc1.Estimate;

    /// <summary>Those of an experiment, in plan order: each mixup against none at the same values of the other axes, with the same seeds.</summary>
    public static IReadOnlyList<MixupEffect> All(ExperimentSummary summary)
    {
        var measured = new MeasuredPoints(summary);
        var mixed = summary.Groups.Where(Mixes).ToList();
        var hasSeveral = mixed.Select(MixupOf).Distinct().Count() > 1;
        return [.. mixed.Select(group => Of(group, measured, hasSeveral)).OfType<MixupEffect>()];
    }

    /// <summary>Whether a point says that it mixes.</summary>
    public static bool Mixes(SummaryGroup group) => MixupOf(group) is { Length: > 0 } mixup && mixup != None;

    /// <summary>Whether the cells of a point mix, on an axis or all alike.</summary>
    public static bool IsMixed(SummaryGroup group) => Trainings.SpecOf(group.Cells[0]) is NetworkCell { Mixup: var mixup } ? mixup is not NoMixup : MixupOf(group) != None;

    /// <summary>Label on the axis; empty where there is none.</summary>
    public static string MixupOf(SummaryGroup group) => group.Axes.FirstOrDefault(axis => axis.Key == Axis).Value ?? "";

    private static MixupEffect? Of(SummaryGroup group, MeasuredPoints measured, bool hasSeveral)
    {
        KeyValuePair<string, string>[] baseline = [.. group.Axes.Select(axis => axis.Key == Axis ? new(Axis, None) : axis)];
        return SeedRatio.Of(measured, WithinClassVariability.OnTrain.Name, group.Axes, baseline) is not { } nc1 ? null
            : new([.. group.Axes.Where(axis => axis.Key != Axis)], hasSeveral ? GroupName.Value(MixupOf(group)) : "", nc1, Trainings.MixesImages(group.Cells[0]));
    }
}
