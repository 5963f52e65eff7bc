using NeuralCollapse.Records;
using NeuralCollapse.Specs;
using NeuralCollapse.Synthetic;

namespace NeuralCollapse.Reports.Tests;

/// <summary>Predictions as a plan has them against cells whose NC1 is set by hand.</summary>
public sealed class JudgingStatedPredictions
{
    private static readonly double[] With = [2.2, 2.3, 2.4], Without = [1, 1.1, 1.05];

    [Theory]
    [InlineData("\"at-least\": 1.5", Score.Met)]
    [InlineData("\"at-most\": 1.5", Score.NotMet)]
    [InlineData("\"at-least\": 2.2", Score.Undecided)]
    [InlineData("\"at-least\": 1.9, \"at-most\": 2.5", Score.Met)]
    [InlineData("\"at-least\": 1.5, \"seeds\": 4", Score.Undecided)]
    [InlineData("\"at-least\": 1.5, \"testable\": [{ \"at-least\": 0.9, \"metric\": \"train-accuracy\" }]", Score.Met)]
    [InlineData("\"at-least\": 1.5, \"testable\": [{ \"at-least\": 0.99, \"metric\": \"train-accuracy\" }]", Score.NotTestable)]
    [InlineData("\"at-least\": 1.5, \"testable\": [{ \"at-least\": 0.9, \"metric\": \"excess-loss\" }]", Score.NotTestable)] // of which nothing is recorded
    internal void ARatioIsJudgedSeedBySeed(string range, Score expected)
    {
        var judged = Assert.Single(Judge([Contrast(range)]));

        Assert.Equal(expected, judged.Score);
        Assert.Equal(Math.Pow(2.2 / 1 * (2.3 / 1.1) * (2.4 / 1.05), 1 / 3.0), judged.Found!.Value, 1e-12);
        Assert.Equal(3, judged.Found.N);
    }

    [Fact]
    public void OfAPointThatIsNotRecordedYetNothingIsKnown()
    {
        var judged = Assert.Single(Judge([""" { "at-least": 2, "metric": "nc1", "name": "absent", "says": "It is large", "points": [{ "of": { "loss": "focal(gamma=3)", "mixup": "none" } }], "testable": [{ "at-least": 0.9, "metric": "train-accuracy" }] } """]));

        Assert.Equal((Score.Undecided, 0), (judged.Score, judged.Recorded));
    }

    [Fact]
    public void ADifferenceIsThatOfTheMeans() =>
        Assert.Equal(1.25, Assert.Single(Judge([Contrast("\"at-least\": 1, \"compare\": \"difference\"")])).Found!.Value, 1e-12);

    [Fact]
    public void WithoutAPointToCompareWithTheValueItselfIsJudged()
    {
        var judged = Assert.Single(Judge(["""{ "at-least": 2, "metric": "nc1", "name": "alone", "says": "It is large", "points": [{ "of": { "loss": "cross-entropy", "mixup": "mixup(alpha=1)" } }] }"""]));

        Assert.Equal((Score.Met, 2.3), (judged.Score, judged.Found!.Value));
    }

    [Fact]
    public void AnEpochIsComparedWithAnother()
    {
        var judged = Assert.Single(Judge(["""{ "against-epoch": 1, "at-most": 0.6, "metric": "nc1", "name": "falls", "says": "It falls", "points": [{ "of": { "loss": "cross-entropy", "mixup": "none" } }] }"""]));

        Assert.Equal((Score.Met, 0.5), (judged.Score, Math.Round(judged.Found!.Value, 12)));
    }

    [Fact]
    public void SeedsWithoutAFiniteValueAreLeftOutAndCounted()
    {
        var judged = Assert.Single(Judge([Contrast("\"at-least\": 1.5")], [2.2, double.NaN, 2.4]));

        Assert.Equal((Score.Undecided, 2), (judged.Score, judged.Found!.N));
    }

    /// <summary>As where no mu fits: more seeds would decide nothing.</summary>
    [Fact]
    public void WhatNoSeedHasIsNotTestable()
    {
        var plan = Planned([Contrast("\"at-least\": 1.5")]);
        var records = Records([double.NaN, double.NaN, double.NaN]);

        var judged = Assert.Single(JudgedPrediction.All(ExperimentSummary.Of(plan, records)));
        var underWay = Assert.Single(JudgedPrediction.All(ExperimentSummary.Of(plan, records[..^1])));

        Assert.Equal((Score.NotTestable, null), (judged.Score, judged.Found));
        Assert.Equal(new("not testable", "no seed has it"), Scorecard.Of(ExperimentSummary.Of(plan, records), [judged], 1).Rows[0][^1]);
        Assert.Equal(Score.Undecided, underWay.Score);
    }

    [Fact]
    public void ThePValuesAreCorrectedForAllPredictionsOfTheExperiment()
    {
        var alone = Assert.Single(Judge([Contrast("\"at-least\": 1.5")]));
        var among = Judge([Contrast("\"at-least\": 1.5"), Contrast("\"at-least\": 2.2"), Contrast("\"at-least\": 2.21")]);

        Assert.Equal(3 * alone.P, among[0].P, 1e-12);
        Assert.Equal([Score.Met, Score.Undecided, Score.Undecided], among.Select(judged => judged.Score));
    }

    [Fact]
    public void NothingIsJudgedBeforeACellIsRecorded()
    {
        var plan = Planned([Contrast("\"at-least\": 1.5")]);

        var judged = Assert.Single(JudgedPrediction.All(ExperimentSummary.Of(plan, [])));

        Assert.Equal((Score.Undecided, null), (judged.Score, judged.Found));
    }

    [Fact]
    public void TheScorecardSaysWhatWasExpectedAndFound()
    {
        var plan = Planned([Contrast("\"at-least\": 1.5, \"margin\": 0.1"), Contrast("\"at-least\": 1.5, \"testable\": [{ \"at-least\": 0.99, \"metric\": \"train-accuracy\" }]")]);
        var summary = ExperimentSummary.Of(plan, Records(With));
        var judged = JudgedPrediction.All(summary);

        var table = Scorecard.Of(summary, judged, 7);

        Assert.Equal(["Mixup keeps NC1 up", "cross-entropy, mixup, alpha 1", "at least 1.5", "2.19", "12.6", "3"], table.Rows[0].Take(6).Select(entry => entry.Text));
        Assert.Equal(["", "", "margin 0.1", "1.96 to 2.45"], table.Rows[0].Take(4).Select(entry => entry.Below));
        Assert.Matches(@"^[\d.]+ to (inf|[\d.]+)$", table.Rows[0][4].Below); // of g: 3 of 27 resamples draw one seed alone
        Assert.Equal(new("not testable", "Train accuracy is 0.95, not at least 0.99"), table.Rows[1][^1]);
        Assert.Equal("Of 2 predictions, counted setting by setting, 1 met and 1 not testable.", Scorecard.InWords(judged));
        Assert.Contains("CHANGED AFTER 6 of 6 cells had begun", table.Explanation, StringComparison.Ordinal); // the cells have recorded no statement
    }

    /// <summary>By hand: NC1 of e^1, e^2 without mixup and e^3, e^5 with it, for two seeds and two losses which make no difference.</summary>
    [Fact]
    public void AnAnalysisSetsItsEffectsAgainstTheSeeds()
    {
        var plan = SyntheticExperiment.Plan(losses: 2, seeds: 2);
        var points = string.Join(',', plan.Cells.Select(cell => cell.Axes).DistinctBy(axes => string.Join('|', axes)).Select(axes => $$"""{ "of": { "loss": "{{axes[0].Value}}", "mixup": "{{axes[1].Value}}" } }"""));
        var stated = StatedPredictions.Read($$"""{ "predictions": [], "analyses": [{ "factors": ["loss", "mixup"], "metric": "nc1", "scale": "logarithmic", "points": [{{points}}] }] }""");
        var records = plan.Cells.Select(cell => SyntheticRecord.Of(cell) with { Epochs = [Row(30, Math.Exp(((NetworkCell)cell.Spec).Mixup is Mixup ? 3 + (2 * cell.Spec.Seed) : 1 + cell.Spec.Seed))] }).ToList();
        var recorded = RecordedPlan.Of(plan) with { Stated = stated };

        var table = AnalysisTable.Of(ExperimentSummary.Of(recorded, records), stated.Analyses[0], new());

        Assert.Equal(["loss", "mixup", "loss × mixup"], table!.Rows.Select(row => row[0].Text));
        // Around 2.75 in all 17.5: of mixup 8 x 1.25^2 = 12.5, of seeds 8 x 0.75^2 = 4.5, and 0.5 are left with 3 degrees of freedom.
        Assert.Equal(["1", "75", "0.003", "0.962"], table.Rows[1].Skip(1).Take(4).Select(entry => entry.Text));
        Assert.Equal(["1", "0", "1.000", "0.000"], table.Rows[0].Skip(1).Take(4).Select(entry => entry.Text));
        Assert.Null(AnalysisTable.Of(ExperimentSummary.Of(recorded, records[1..]), stated.Analyses[0], new()));
    }

    private static string Contrast(string range) => $$"""
        { {{range}}, "metric": "nc1", "name": "up", "says": "Mixup keeps NC1 up",
          "points": [{ "of": { "loss": "cross-entropy", "mixup": "mixup(alpha=1)" }, "against": { "loss": "cross-entropy", "mixup": "none" } }] }
        """;

    private static IReadOnlyList<JudgedPrediction> Judge(IEnumerable<string> predictions, double[]? with = null) =>
        JudgedPrediction.All(ExperimentSummary.Of(Planned(predictions), Records(with ?? With)));

    private static RecordedPlan Planned(IEnumerable<string> predictions) => RecordedPlan.Of(SyntheticExperiment.Plan(losses: 1, seeds: 3) with
    {
        Stated = StatedPredictions.Read($$"""{ "predictions": [{{string.Join(',', predictions)}}], "analyses": [] }"""),
    });

    private static List<CellRecord> Records(double[] with) => [.. SyntheticExperiment.Plan(losses: 1, seeds: 3).Cells.Select(cell =>
    {
        var nc1 = (((NetworkCell)cell.Spec).Mixup is Mixup ? with : Without)[cell.Spec.Seed];
        return SyntheticRecord.Of(cell) with { Epochs = [Row(1, 2 * nc1), Row(30, nc1)] };
    })];

    private static MetricRow Row(int epoch, double nc1) => new() { Epoch = epoch, Metrics = [new("train-accuracy", 0.95), new("nc1", nc1)] };
}
