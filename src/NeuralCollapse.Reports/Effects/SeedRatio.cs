using NeuralCollapse.Measures;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Reports;

/// <summary>A metric of one group of cells over that of another, or of the same after another epoch, paired by seed.</summary>
/// <param name="Experiment">Its name.</param>
/// <param name="Column">Name of the metric.</param>
/// <param name="Over">The metric by seed.</param>
/// <param name="Under">What it is divided by, of the same seeds.</param>
/// <param name="Cells">The cells of each seed.</param>
internal sealed record SeedRatio(
    string Experiment, string Column, IReadOnlyDictionary<int, double> Over, IReadOnlyDictionary<int, double> Under, IReadOnlyDictionary<int, SeedCells> Cells)
{
    /// <summary>The epoch of what it is divided by; null: the same, the last.</summary>
    public int? UnderEpoch { get; init; }

    /// <summary>With its interval.</summary>
    public Estimate Estimate { get; } = new SeedPairs(Over, Under).Ratio;

    /// <summary>Where its values are recorded.</summary>
    public Series Series => new()
    {
        Experiment = Experiment,
        Column = Column,
        Compare = Contrast.Ratio,
        AgainstEpoch = UnderEpoch,
        Seeds = [.. Cells.OrderBy(seed => seed.Key).Select(seed => seed.Value)],
    };

    /// <summary>A metric after the last epoch at one point over that at another.</summary>
    /// <param name="measured">Values of the experiment.</param>
    /// <param name="metric">Its name.</param>
    /// <param name="over">Labels by axis.</param>
    /// <param name="under">Labels by axis.</param>
    /// <param name="underEpoch">The epoch of the latter; null: the last.</param>
    /// <returns>Null where no seed has two positive values.</returns>
    public static SeedRatio? Of(
        MeasuredPoints measured, string metric, IReadOnlyList<KeyValuePair<string, string>> over, IReadOnlyList<KeyValuePair<string, string>> under, int? underEpoch = null)
    {
        var (above, below) = (Positive(measured.Values(over, metric, epoch: null)), Positive(measured.Values(under, metric, underEpoch)));
        int[] seeds = [.. above.Keys.Intersect(below.Keys)];
        var (of, against) = (measured.Cells(over), measured.Cells(under));
        return seeds.Length == 0 ? null : new(
            measured.Experiment, metric, seeds.ToDictionary(seed => seed, seed => above[seed]), seeds.ToDictionary(seed => seed, seed => below[seed]),
            seeds.ToDictionary(seed => seed, seed => new SeedCells([of[seed]], [against[seed]])))
        {
            UnderEpoch = underEpoch,
        };
    }

    /// <summary>Several of one experiment together: of each seed the geometric mean over them.</summary>
    /// <returns>Null where they have no seed in common.</returns>
    public static SeedRatio? Mean(IReadOnlyList<SeedRatio> ratios)
    {
        int[] seeds = [.. ratios.Select(ratio => ratio.Cells.Keys).Aggregate((one, other) => one.Intersect(other)).Order()];
        Dictionary<int, double> Means(Func<SeedRatio, IReadOnlyDictionary<int, double>> of) =>
            seeds.ToDictionary(seed => seed, seed => Math.Exp(ratios.Average(ratio => Math.Log(of(ratio)[seed]))));
        return seeds.Length == 0 ? null : new(
            ratios[0].Experiment, ratios[0].Column, Means(ratio => ratio.Over), Means(ratio => ratio.Under),
            seeds.ToDictionary(seed => seed, seed => new SeedCells([.. ratios.SelectMany(ratio => ratio.Cells[seed].Of)], [.. ratios.SelectMany(ratio => ratio.Cells[seed].Against)])))
        {
            UnderEpoch = ratios[0].UnderEpoch,
        };
    }

    private static Dictionary<int, double> Positive(IReadOnlyDictionary<int, double> values) =>
        values.Where(value => value.Value > 0 && double.IsFinite(value.Value)).ToDictionary();
}
