using NeuralCollapse.Measures;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Reports;

/// <summary>A prediction of an experiment at one point of its matrix, against what was measured.</summary>
internal sealed record JudgedPrediction
{
    private const double Level = 0.05;

    public required Prediction Prediction { get; init; }

    public required PredictedPoint Point { get; init; }

    /// <summary>Of the metric or its contrast; null where no seed has a value.</summary>
    public required Estimate? Found { get; init; }

    /// <summary>The size of a contrast in standard deviations between seeds, of a ratio that of its logarithm; null where nothing is compared, or by fewer than three seeds.</summary>
    public required HedgesG? Size { get; init; }

    /// <summary>Where its values are recorded; null where there are none.</summary>
    public required Series? Series { get; init; }

    /// <summary>Where those are recorded of which its conditions are asked, a series for each condition.</summary>
    public required IReadOnlyList<Series> Conditions { get; init; }

    /// <summary>Recorded cells at the point that it is made for, or at that which it is compared with where those are fewer.</summary>
    public required int Recorded { get; init; }

    /// <summary>The condition that its cells do not meet, with what they have; null where they meet all.</summary>
    public required (Condition Condition, double Mean)? Unmet { get; init; }

    /// <summary>Of the answer that the value leans to, corrected for all predictions of the experiment.</summary>
    public double P { get; private init; } = 1;

    public Score Score { get; private init; } = Score.Undecided;

    /// <summary>What it predicts.</summary>
    public Interval Expected => new(Prediction.AtLeast ?? double.NegativeInfinity, Prediction.AtMost ?? double.PositiveInfinity);

    /// <summary>Every prediction of an experiment at every of its points. The family of tests is all of them, testable or not: so it was declared.</summary>
    public static IReadOnlyList<JudgedPrediction> All(ExperimentSummary summary)
    {
        var measured = new MeasuredPoints(summary);
        List<JudgedPrediction> all = [.. summary.Plan.Stated.Predictions.SelectMany(prediction => prediction.Points.Select(point => Of(prediction, point, measured)))];
        var leanings = all.Select(judged => judged.Leaning).ToList();
        var corrected = Holm.Adjust([.. leanings.Select(leaning => leaning.P)]);
        return [.. all.Select((judged, i) => judged with { P = corrected[i], Score = judged.ScoreOf(leanings[i].Verdict, corrected[i]) })];
    }

    private (Verdict Verdict, double P) Leaning =>
        Found is { } found && found.N >= Prediction.Seeds ? found.Leaning(Expected, Prediction.Margin) : (Verdict.Undecided, 1);

    private static JudgedPrediction Of(Prediction prediction, PredictedPoint point, MeasuredPoints measured)
    {
        var found = Estimated(prediction, point, measured);
        return new()
        {
            Prediction = prediction,
            Point = point,
            Found = found?.Estimate,
            Size = found?.Size,
            Series = found?.Series,
            Conditions = [.. prediction.Testable.Select(condition => measured.Series(point.Of, condition.Metric, prediction.Epoch))],
            Recorded = RecordedOf(point, measured),
            Unmet = UnmetOf(prediction, point, measured),
        };
    }

    private static (Condition Condition, double Mean)? UnmetOf(Prediction prediction, PredictedPoint point, MeasuredPoints measured) => prediction.Testable
        .Where(_ => RecordedOf(point, measured) > 0) // of a point that is not recorded yet nothing is known
        .Select(condition => (Condition: condition, Mean: measured.Values(point.Of, condition.Metric, prediction.Epoch).Values.DefaultIfEmpty(double.NaN).Average()))
        .Where(met => !(met.Mean >= (met.Condition.AtLeast ?? double.NegativeInfinity) && met.Mean <= (met.Condition.AtMost ?? double.PositiveInfinity)))
        .Select(unmet => ((Condition, double)?)unmet).FirstOrDefault();

    private static (Estimate Estimate, HedgesG? Size, Series Series)? Estimated(Prediction prediction, PredictedPoint point, MeasuredPoints measured)
    {
        var first = measured.Values(point.Of, prediction.Metric, prediction.Epoch);
        var series = measured.Series(point.Of, prediction.Metric, prediction.Epoch);
        if (!prediction.IsContrast)
        {
            var usable = Usable(first, mustBePositive: false);
            return usable.Count == 0 ? null : (new Replicates(usable.Values).Estimate, null, series with { Seeds = Cells(usable.Keys) });
        }

        var against = Against(point);
        var second = measured.Values(against, prediction.Metric, prediction.AgainstEpoch ?? prediction.Epoch);
        var isRatio = prediction.Compare == Contrast.Ratio;
        var (these, those) = (Usable(first, isRatio), Usable(second, isRatio));
        List<int> seeds = [.. these.Keys.Intersect(those.Keys)];
        if (seeds.Count == 0)
            return null;
        SeedPairs Pairs(Func<double, double> scale) => new(seeds.ToDictionary(seed => seed, seed => scale(these[seed])), seeds.ToDictionary(seed => seed, seed => scale(those[seed])));
        var pairs = Pairs(value => value);
        return (isRatio ? pairs.Ratio : pairs.Difference, HedgesG.Of(isRatio ? Pairs(Math.Log) : pairs), series with { Compare = prediction.Compare, AgainstEpoch = prediction.AgainstEpoch ?? prediction.Epoch, Seeds = Cells(seeds, against) });

        IReadOnlyList<SeedCells> Cells(IEnumerable<int> seeds, IReadOnlyList<KeyValuePair<string, string>>? against = null) =>
            [.. seeds.Select(seed => new SeedCells([measured.Cells(point.Of)[seed]], against is null ? [] : [measured.Cells(against)[seed]]))];
    }

    private static int RecordedOf(PredictedPoint point, MeasuredPoints measured) => Math.Min(measured.Cells(point.Of).Count, measured.Cells(Against(point)).Count);

    /// <summary>What a point is compared with; itself where it is with nothing, or with an earlier epoch.</summary>
    private static IReadOnlyList<KeyValuePair<string, string>> Against(PredictedPoint point) => point.Against.Count > 0 ? point.Against : point.Of;

    /// <summary>What can be compared: finite, and positive where a ratio is taken.</summary>
    private static Dictionary<int, double> Usable(IReadOnlyDictionary<int, double> values, bool mustBePositive) =>
        values.Where(v => double.IsFinite(v.Value) && (v.Value > 0 || !mustBePositive)).ToDictionary();

    /// <summary>Whether seeds enough are recorded, and none has what is predicted: such as an amplification miss where no mu fits.</summary>
    private bool DoesNotExist => Found is null && Recorded >= Math.Max(Estimate.FewestSeeds, Prediction.Seeds);

    private Score ScoreOf(Verdict leaning, double p) => (Unmet, leaning) switch
    {
        (not null, _) => Score.NotTestable,
        _ when DoesNotExist => Score.NotTestable,
        (_, Verdict.Met) when p <= Level => Score.Met,
        (_, Verdict.NotMet) when p <= Level => Score.NotMet,
        _ => Score.Undecided,
    };
}

/// <summary>How a prediction fares.</summary>
internal enum Score
{
    /// <summary>What was measured is in the predicted range, and the seeds tell so.</summary>
    Met,

    /// <summary>It is outside, and the seeds tell so.</summary>
    NotMet,

    /// <summary>The seeds differ too much, or are too few.</summary>
    Undecided,

    /// <summary>The cells are not in the state that the prediction is about, or do not have what it is about.</summary>
    NotTestable,
}

/// <summary>Values of metrics by the labels of a point.</summary>
internal sealed class MeasuredPoints(ExperimentSummary summary)
{
    private readonly ILookup<string, (int Seed, CellRecord Record)> cells = Recorded(summary).ToLookup(cell => cell.Planned.Point, cell => (cell.Planned.Seed, cell.Record));

    /// <summary>Name of the experiment.</summary>
    public string Experiment => summary.Plan.Experiment;

    /// <summary>A metric by seed, as recorded; seeds of which it is not recorded are left out.</summary>
    /// <param name="point">Labels by axis.</param>
    /// <param name="metric">Its name.</param>
    /// <param name="epoch">After which; null: the last.</param>
    public IReadOnlyDictionary<int, double> Values(IReadOnlyList<KeyValuePair<string, string>> point, string metric, int? epoch) => cells[PlannedCell.PointOf(point)]
        .Select(cell => (cell.Seed, Value: (epoch is null ? cell.Record.Epochs[^1] : cell.Record.Epochs.FirstOrDefault(row => row.Epoch == epoch))?.Find(metric)))
        .Where(cell => cell.Value is not null)
        .ToDictionary(cell => cell.Seed, cell => cell.Value!.Value);

    /// <summary>The id of the cell of each seed.</summary>
    /// <param name="point">Labels by axis.</param>
    public IReadOnlyDictionary<int, string> Cells(IReadOnlyList<KeyValuePair<string, string>> point) => cells[PlannedCell.PointOf(point)].ToDictionary(cell => cell.Seed, cell => cell.Record.Id);

    /// <summary>Where <see cref="Values"/> are recorded.</summary>
    /// <param name="point">Labels by axis.</param>
    /// <param name="metric">Its name.</param>
    /// <param name="epoch">After which; null: the last.</param>
    public Series Series(IReadOnlyList<KeyValuePair<string, string>> point, string metric, int? epoch) => new()
    {
        Experiment = Experiment,
        Column = metric,
        Epoch = epoch,
        Seeds = [.. Values(point, metric, epoch).Keys.Select(seed => new SeedCells([Cells(point)[seed]], []))],
    };

    private static IEnumerable<(PlannedCell Planned, CellRecord Record)> Recorded(ExperimentSummary summary)
    {
        var records = summary.Groups.SelectMany(group => group.Cells).ToDictionary(record => record.Id, StringComparer.Ordinal);
        return summary.Plan.Cells.Where(cell => records.ContainsKey(cell.Id)).Select(cell => (cell, records[cell.Id]));
    }
}
