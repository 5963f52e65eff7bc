using NeuralCollapse.Measures;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>Where the features of mixed samples lie, and where theory puts them.</summary>
internal static class GeometrySection
{
    private static readonly Axis Lambda = Axis.Linear([0.5, 1]);

    public static Section? Of(Evidence evidence)
    {
        if (evidence.Primary is not { } primary || evidence.Mixing.Count == 0)
            return null;
        var predictions = GroupPrediction.All(primary);
        var figures = new[] { Draw(evidence, primary), Projections.DrawPredicted(primary, new(evidence.Mixing, othersAreLines: false)) }.OfType<Figure>().Select(evidence.Number).ToList();
        if (figures.Count == 0)
            return null;
        var table = predictions.Count == 0 ? null : PredictionsTable.Of(primary, predictions, evidence.Tables.Next());
        return new("Where mixed samples lie", [
            .. predictions.Count == 0 ? (Block[])[] : [new Block.Passage(InWords(primary, predictions, table!))],
            .. figures.Select(figure => new Block.Illustration(figure)),
            .. table is null ? (Block[])[] : [new Block.Tabulation(table)],
        ]);
    }

    private static Figure? Draw(Evidence evidence, ExperimentSummary primary) => new BandFigure
    {
        Name = "geometry",
        Title = "Amplification of mixed samples after the last epoch.",
        Explanation =
            $"{Prose.Quoted(primary.Plan.Experiment)}, with mixup: A(λ), 1 on the chord between class means (dotted) and above it where features bow out, at λ = 0.5, 0.55 and so on; means over the seeds in bands of their 95 % t intervals, and as wide grey lines the mean prediction of those seeds of which theory gives a μ." +
            MixedCurves.LeftOut(evidence.Mixing),
        Facets = new(evidence.Mixing, othersAreLines: true),
        Curve = MixedCurves.Amplification,
        Predicted = MixedCurves.PredictedAmplification,
        Reference = 1,
        IsLogarithmic = false,
        X = Lambda,
        XTitle = "λ",
        YTitle = "A",
    }.Draw();

    private static Sentence InWords(ExperimentSummary primary, IReadOnlyList<GroupPrediction> predictions, Table table)
    {
        var outcomes = TheoryOutcomes.Of(predictions);
        var largest = predictions.SelectMany(prediction => prediction.Comparisons).MaxBy(comparison => Math.Abs(comparison.Difference.Value))!;
        var ratios = predictions.Select(prediction => prediction.Ratio).OfType<Comparison>().ToList();
        var outside = predictions.Select(prediction => prediction.Thickness).OfType<(SummaryRow Row, Series Series)>().ToList();
        Printed Share(double value, string statistic) => Printed.Of(Numbers.Fixed(100 * value, 0), statistic, outside.Select(each => each.Series with { Factor = 100 }));
        Sentence Shares(Printed least, Printed most) => least.Text == most.Text ? (Sentence)$"{least}" : $"{least} to {most}";
        return Sentence.Paragraph([
            $"Theory predicts where mixed features lie for {outcomes.All} settings of {Prose.Quoted(primary.Plan.Experiment)}: {outcomes.Count(Verdict.Met)} agree with it, {outcomes.Count(Verdict.NotMet)} do not, and {outcomes.Count(Verdict.Undecided)} {(predictions.Count(p => p.Verdict == Verdict.Undecided) == 1 ? "is" : "are")} undecided ({Mention.Of(table)}). The largest miss is {largest.Miss}.",
            ratios.Count > 1 && ratios.All(ratio => ratio.Difference.ConfidenceInterval() is { High: < 0 })
                ? (Sentence)$"In each of them β/α at λ = ¾ is below theory: mixed features lean to the label of the larger share more than predicted." : Sentence.Empty,
            outside.Count == 0 ? Sentence.Empty
                : $"Theory is about the plane of the two classifiers; {Shares(Share(outside.Min(each => each.Row.Mean), Statistics.Least), Share(outside.Max(each => each.Row.Mean), Statistics.Most))}\u00a0% of the length of an evenly mixed feature lies outside of it.",
        ]);
    }
}
