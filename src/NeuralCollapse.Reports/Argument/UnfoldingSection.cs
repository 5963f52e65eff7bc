using NeuralCollapse.Measures;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Reports;

/// <summary>How collapse goes on over the epochs, with mixup and without.</summary>
internal static class UnfoldingSection
{
    private const double ClosestLabels = 0.12;

    public static Section? Of(Evidence evidence)
    {
        if (evidence.Primary is not { } primary || Draw(primary) is not { } drawn)
            return null;
        var figure = evidence.Number(drawn);
        var table = ResultsTables.Main.Of(primary, evidence.Tables);
        return new("How collapse unfolds", [
            new Block.Passage(Sentence.Paragraph([$"{Mention.Of(figure).Capital} follows NC1 through {primary.Plan.Experiment}, which sets mixup against none for the most losses and architectures.", .. Changes(primary, primary.Groups)])),
            .. table is null ? (Block[])[] : [new Block.Tabulation(table)],
            new Block.Illustration(figure),
        ]);
    }

    private static Figure? Draw(ExperimentSummary primary) => Course.Epochs(primary).Count < 2 ? null : new BandFigure
    {
        Name = "unfolding",
        Title = "NC1 during training.",
        Explanation = $"{primary.Plan.Experiment}: within-class variability of the unmixed training samples, geometric means over the seeds in bands of their 95 % t intervals. Both axes are logarithmic, that of the epochs as log(1 + epoch), and its marks are the measured epochs. Curves beyond the axis run along its edge.",
        Facets = new(primary.Groups, othersAreLines: false),
        Curve = MetricCurve.Of(WithinClassVariability.OnTrain),
        IsLogarithmic = true,
        X = Axis.Epochs(Course.Epochs(primary), ClosestLabels),
        XTitle = "Epoch",
        YTitle = "NC1",
    }.Draw();

    /// <summary>What becomes of NC1 after the first epochs, loss by loss, of those that mix; empty where there is one epoch, or less than three seeds.</summary>
    public static Sentence AfterTheBeginning(ExperimentSummary primary) => Sentence.Paragraph(Changes(primary, [.. primary.Groups.Where(MixupEffect.Mixes)]));

    private static IEnumerable<Sentence> Changes(ExperimentSummary primary, IReadOnlyList<SummaryGroup> groups)
    {
        var last = Course.Epochs(primary)[^1];
        var from = primary.Plan.Stated.Predictions.FirstOrDefault(prediction => prediction.Metric == WithinClassVariability.OnTrain.Name && prediction.AgainstEpoch > 0)?.AgainstEpoch
            ?? Course.Epochs(primary).FirstOrDefault(epoch => epoch > 0);
        if (from == 0 || from == last)
            yield break;
        var facets = new Facets(primary.Groups, othersAreLines: false);
        foreach (var line in groups.GroupBy(facets.LineOf))
        {
            var changes = line.GroupBy(facets.ColumnOf)
                .Select(column => (Name: column.Key, Change: Change(primary, [.. column], from)))
                .Where(each => each.Change is { Ratio.N: >= 3 } change && !ForestPlot.IsCut(change.Ratio)).OrderBy(each => each.Change!.Value.Ratio.Value).ToList();
            if (changes.Count == 0)
                continue;
            Sentence[] each = [.. changes.Select(change => (Sentence)$"{ForestPlot.Bracketed(change.Change!.Value.Ratio, change.Change.Value.Series)}{(change.Name.Length > 0 ? $" for {change.Name}" : "")}")];
            yield return $"From epoch\u00a0{from} to {last}, NC1 {(line.Key.Length == 0 ? "" : line.Key.StartsWith("no ", StringComparison.Ordinal) ? $"without {line.Key[3..]} " : $"with {line.Key} ")}is multiplied by {Sentence.List(each)}.";
        }
    }

    /// <summary>NC1 after the last epoch over that after another, of each seed the geometric mean over some groups; null where a seed has it in none.</summary>
    private static (Estimate Ratio, Series Series)? Change(ExperimentSummary primary, IReadOnlyList<SummaryGroup> groups, int from)
    {
        var measured = new MeasuredPoints(primary);
        var values = groups.Select(group => (
            Last: Positive(measured.Values(group.Axes, WithinClassVariability.OnTrain.Name, epoch: null)),
            First: Positive(measured.Values(group.Axes, WithinClassVariability.OnTrain.Name, from)),
            Cells: measured.Cells(group.Axes))).ToList();
        int[] seeds = [.. values.Select(value => value.Last.Keys.Intersect(value.First.Keys)).Aggregate((one, other) => one.Intersect(other)).Order()];
        if (seeds.Length == 0)
            return null;
        Dictionary<int, double> Means(Func<int, int, double> of) => seeds.ToDictionary(seed => seed, seed => Math.Exp(Enumerable.Range(0, values.Count).Average(i => Math.Log(of(i, seed)))));
        var ratio = new SeedPairs(Means((i, seed) => values[i].Last[seed]), Means((i, seed) => values[i].First[seed])).Ratio;
        return (ratio, new()
        {
            Experiment = primary.Plan.Experiment,
            Column = WithinClassVariability.OnTrain.Name,
            Compare = Contrast.Ratio,
            AgainstEpoch = from,
            Seeds = [.. seeds.Select(seed => new SeedCells([.. values.Select(value => value.Cells[seed])], [.. values.Select(value => value.Cells[seed])]))],
        });
    }

    private static Dictionary<int, double> Positive(IReadOnlyDictionary<int, double> values) =>
        values.Where(value => value.Value > 0 && double.IsFinite(value.Value)).ToDictionary();
}
