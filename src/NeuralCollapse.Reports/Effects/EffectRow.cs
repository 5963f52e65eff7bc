using NeuralCollapse.Measures;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>What is known of training on mixtures at one point of an experiment: what it does to NC1, and where the features of mixed samples lie.</summary>
internal sealed record EffectRow
{
    public required string Experiment { get; init; }

    /// <summary>The point, such as: focal, gamma 3.</summary>
    public required string Name { get; init; }

    /// <summary>NC1 with mixup over NC1 without; null where there is no baseline.</summary>
    public required (Estimate Estimate, Series Series)? Ratio { get; init; }

    /// <summary>A at lambda = 1/2; null where it was not measured, or is not finite.</summary>
    public required (Estimate Estimate, Series Series)? Amplification { get; init; }

    /// <summary>The same where theory predicts it, measured and predicted; null where it does not.</summary>
    public required Comparison? Theory { get; init; }

    /// <summary>Ids of the cells behind it.</summary>
    public required IReadOnlyList<string> Cells { get; init; }

    /// <summary>Rows of an experiment, in plan order: the points that mix.</summary>
    public static IReadOnlyList<EffectRow> All(ExperimentSummary summary)
    {
        var effects = MixupEffect.All(summary);
        var predictions = GroupPrediction.All(summary);
        var (measured, names) = (new MeasuredPoints(summary), ShortNames.Of(summary));
        var mixing = summary.Groups.Where(MixupEffect.IsMixed).ToList();
        var hasSeveral = mixing.Select(MixupEffect.MixupOf).Distinct().Count() > 1;
        return [.. mixing.Select(group => Of(summary, group, measured, effects, predictions, names.Of(group.Axes.Where(axis => axis.Key != MixupEffect.Axis || hasSeveral)))).Where(row => row.Ratio is not null || row.Amplification is not null)];
    }

    private static EffectRow Of(
        ExperimentSummary summary, SummaryGroup group, MeasuredPoints measured, IReadOnlyList<MixupEffect> effects, IReadOnlyList<GroupPrediction> predictions, string name)
    {
        var effect = effects.FirstOrDefault(e => group.Cells.Any(cell => e.Nc1.Cells.Values.Any(seed => seed.Of.Contains(cell.Id))));
        return new()
        {
            Experiment = summary.Plan.Experiment,
            Name = name.Length > 0 ? name : MixupEffect.Mixes(group) ? MixupEffect.Axis : "all cells",
            Ratio = effect is null ? null : (effect.Ratio, effect.Nc1.Series),
            Amplification = AmplificationOf(group, measured),
            Theory = predictions.FirstOrDefault(p => p.Group == group)?.Amplification,
            Cells = [.. group.Cells.Select(cell => cell.Id).Concat(effect?.Cells ?? []).Distinct()],
        };
    }

    private static (Estimate, Series)? AmplificationOf(SummaryGroup group, MeasuredPoints measured)
    {
        var metric = MixedMetrics.AmplificationAtHalf.Name;
        var values = measured.Values(group.Axes, metric, epoch: null).Where(value => double.IsFinite(value.Value)).ToList();
        var cells = measured.Cells(group.Axes);
        return values.Count == 0 ? null : (
            new Replicates(values.Select(value => value.Value)).Estimate,
            measured.Series(group.Axes, metric, epoch: null) with { Seeds = [.. values.Select(value => new SeedCells([cells[value.Key]], []))] });
    }
}
