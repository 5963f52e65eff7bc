using System.Xml.Linq;
using NeuralCollapse.Measures;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;
using NeuralCollapse.Synthetic;

namespace NeuralCollapse.Reports.Tests;

public sealed class AnsweringTheQuestion
{
    [Fact]
    public void MixupIsSetAgainstNoneSeedBySeed()
    {
        var summary = Of("one", losses: 2, mixups: 2, seeds: 3);

        var effects = MixupEffect.All(summary);

        Assert.Equal(["cross-entropy", "focal, gamma 3"], effects.SelectMany(effect => effect.Levels).Select(GroupName.Of));
        Assert.All(effects, effect => Assert.Equal((3, true), (effect.Ratio.N, effect.Ratio.IsRatio)));
        Assert.All(effects, effect => Assert.Equal(6, effect.Cells.Count));
        var logarithms = Enumerable.Range(0, 3).Select(seed => Math.Log(Nc1(summary.Groups[1], seed) / Nc1(summary.Groups[0], seed))).ToList();
        Assert.Equal(Math.Exp(logarithms.Average()), effects[0].Ratio.Value, 12);
    }

    /// <summary>What else varies must not be taken for the difference between two losses.</summary>
    [Fact]
    public void SeveralEffectsOfALossAreAveragedSeedBySeed()
    {
        SeedRatio Effect(double with, double factor) => new(
            "one", "nc1", new Dictionary<int, double> { [0] = with, [1] = with * factor, [2] = 5 }, new Dictionary<int, double> { [0] = 1, [1] = 1, [2] = 1 },
            Enumerable.Range(0, 3).ToDictionary(seed => seed, seed => new SeedCells([$"with {seed}"], [$"without {seed}"])));

        var mean = SeedRatio.Mean([Effect(1, 2), Effect(4, 2)])!;

        Assert.Equal(3, mean.Estimate.N);
        Assert.Equal(Math.Pow(2 * 4 * 5, 1.0 / 3), mean.Estimate.Value, 12); // seed 0: 1 and 4, seed 1: 2 and 8, seed 2: 5 and 5
        Assert.Equal(["with 1", "with 1"], mean.Series.Seeds[1].Of);
        Assert.Equal(["without 1", "without 1"], mean.Series.Seeds[1].Against);
    }

    [Fact]
    public void WithoutABaselineThereIsNoEffectAndNoAnswer()
    {
        var summary = Of("one", losses: 2, mixups: 1, seeds: 3);

        Assert.Empty(MixupEffect.All(summary));
        Assert.Null(ForestPlot.Draw("none", "", []));
        Assert.Empty(Answer(summary));
    }

    [Fact]
    public void TheAnswerCountsAndTellsWhetherTheLossesDiffer()
    {
        var summary = Of("one", losses: 3, mixups: 2, seeds: 3);
        var effects = MixupEffect.All(summary);

        var answer = Answer(summary);

        Assert.StartsWith($"In “one” (2048 images of glyphs, WRN, 30 epochs, 3 seeds) networks trained with mixup end with {Text(effects.Min(effect => effect.Ratio.Value))} to {Text(effects.Max(effect => effect.Ratio.Value))} times", answer[0], StringComparison.Ordinal);
        Assert.Contains("of the unmixed training images right, those without ", answer[0], StringComparison.Ordinal);
        Assert.Contains("(loss × mixup: F(2, 10) = ", answer[1], StringComparison.Ordinal); // of 17: 2 of seeds, 5 of combinations
        Assert.All(effects, effect => Assert.Contains(ForestPlot.Bracketed(effect.Ratio, effect.Nc1.Series).ToString().Replace('\u00a0', ' '), answer[1], StringComparison.Ordinal));
        Assert.Equal("Whether architectures differ in this is open: no experiment that varies them is recorded so that it can be tested.", answer[2]);
        Assert.StartsWith("From epoch 1 to 30, NC1 with mixup is multiplied by ", answer[3], StringComparison.Ordinal);
        Assert.Contains("Of 3 settings with three seeds or more for which theory predicts where mixed features lie, ", answer[4], StringComparison.Ordinal);
        Assert.Equal(6, answer.Count);
    }

    /// <summary>Residuals of seeds that do not agree even on the size of it would hide, or make up, what all other losses show.</summary>
    [Fact]
    public void ALossOfWhichTheSeedsDoNotAgreeIsLeftOutOfTheTestAndNamed()
    {
        var plan = SyntheticExperiment.Plan("one", losses: 4, mixups: 2, seeds: 3);
        CellRecord Wild(Cell cell) => SyntheticRecord.Of(cell) is var record && cell.Label.Contains("mae", StringComparison.Ordinal) && cell.Label.Contains("alpha", StringComparison.Ordinal)
            ? WithNc1(record, nc1 => nc1 * Math.Pow(100, cell.Spec.Seed))
            : record;
        var steady = plan with { Cells = [.. plan.Cells.Where(cell => !cell.Label.Contains("mae", StringComparison.Ordinal))] };

        var answer = Answer(ExperimentSummary.Of(RecordedPlan.Of(plan), [.. plan.Cells.Select(Wild)]));
        var without = Answer(ExperimentSummary.Of(RecordedPlan.Of(steady), [.. steady.Cells.Select(SyntheticRecord.Of)]));

        Assert.Matches(@" Left out is MAE: with mixup its seeds end at \d+ to \d+ % test accuracy and do not agree on NC1\.$", answer[1]);
        Assert.Equal(without[1], answer[1][..answer[1].IndexOf(" Left out", StringComparison.Ordinal)]);
        Assert.Contains(", where seeds agree on it at all.", answer[0], StringComparison.Ordinal);
    }

    /// <summary>A long experiment is reported on while it runs, and often.</summary>
    [Theory]
    [InlineData(3 * 2)]
    [InlineData(5 * 3)]
    [InlineData(4 * 3)] // two losses, each of them whole
    [InlineData((8 * 3) - 1)]
    public void AnExperimentThatIsUnderWayLeavesTheTestToOneThatIsWhole(int recorded)
    {
        var plan = SyntheticExperiment.Plan("two", losses: 4, mixups: 2, seeds: 3);
        var underWay = ExperimentSummary.Of(RecordedPlan.Of(plan), [.. plan.Cells.Take(recorded).Select(SyntheticRecord.Of)]);

        var answer = AnswerInWords.Of(new([underWay, Of("one", losses: 2, mixups: 2, seeds: 3)], new(), new()));

        Assert.Matches(@"\(loss × mixup( in “one”)?: ", answer[1].ToString()); // named where it is not the one that all is told of
        Assert.EndsWith($"Still under way, and told as far as recorded: “two”, {recorded} of 24 cells.", answer[^1].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AnExperimentWithoutMixupSaysNothingOfIt()
    {
        var evidence = new Evidence([Of("one", losses: 2, mixups: 1, seeds: 3)], new(), new());

        var unfolding = UnfoldingSection.Of(evidence)!.Blocks.OfType<Block.Passage>().First().Sentence.ToString();

        Assert.StartsWith("Figure 1 follows NC1 through “one”. From epoch", unfolding.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Null(GeometrySection.Of(evidence));
        Assert.Empty(EffectRow.All(evidence.All[0]));
    }

    /// <summary>Epochs that not all settings have would otherwise be averaged with those that they have.</summary>
    [Fact]
    public void AChangeOverTheEpochsIsThatOfSettingsTrainedAsLong()
    {
        var plan = SyntheticExperiment.Plan("one", losses: 2, mixups: 2, seeds: 3);
        CellRecord Shorter(Cell cell) => SyntheticRecord.Of(cell) is var record && cell.Axes[0].Value == "cross-entropy" ? record with { Epochs = [.. record.Epochs.Take(3)] } : record;
        var summary = ExperimentSummary.Of(RecordedPlan.Of(plan), [.. plan.Cells.Select(Shorter)]);

        Assert.DoesNotContain("cross-entropy", UnfoldingSection.AfterTheBeginning(summary).ToString(), StringComparison.Ordinal);
        Assert.Contains(" for focal", UnfoldingSection.AfterTheBeginning(summary).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void MoreArchitecturesThanColoursAreDrawn()
    {
        var figure = InteractionFigure.Draw(WithArchitectures(9))!;

        Assert.All(Enumerable.Range(0, 9), model => Assert.Contains($"m{model}", XElement.Parse(figure.Svg).Value, StringComparison.Ordinal));
    }

    /// <summary>Means over settings are of the seeds that all have: one setting with a single seed would leave nothing of its loss.</summary>
    [Fact]
    public void ASettingOfWhichOneSeedIsThereHidesNoOther()
    {
        var (whole, partly) = (WithArchitectures(2), WithArchitectures(2, isRecorded: (model, cell) => model == 0 || cell.Spec.Seed == 0));

        Assert.Equal(UnfoldingSection.AfterTheBeginning(WithArchitectures(1)).ToString(), UnfoldingSection.AfterTheBeginning(partly).ToString());
        Assert.Equal(2, UnfoldingSection.AfterTheBeginning(whole).ToString().Split(" for ").Length - 1);
    }

    private static CellRecord WithNc1(CellRecord record, Func<double, double> change) => record with
    {
        Epochs = [.. record.Epochs.Select(row => row with { Metrics = [.. row.Metrics.Select(metric => metric.Key == "nc1" ? new(metric.Key, change(metric.Value)) : metric)] })],
    };

    private static ExperimentSummary WithArchitectures(int count, Func<int, Cell, bool>? isRecorded = null, Func<int, Cell, CellRecord, CellRecord>? change = null)
    {
        var plan = SyntheticExperiment.Plan("one", losses: 2, mixups: 2, seeds: 3);
        List<PlannedCell> cells = [];
        List<CellRecord> records = [];
        for (var model = 0; model < count; model++)
        {
            foreach (var (cell, planned) in plan.Cells.Zip(RecordedPlan.Of(plan).Cells))
            {
                var id = $"{model}{cell.Id[1..]}";
                cells.Add(planned with { Id = id, Axes = [new("model", $"m{model}"), .. planned.Axes] });
                if (isRecorded?.Invoke(model, cell) != false)
                    records.Add((change?.Invoke(model, cell, SyntheticRecord.Of(cell)) ?? SyntheticRecord.Of(cell)) with { Id = id });
            }
        }

        return ExperimentSummary.Of(RecordedPlan.Of(plan) with { Cells = cells }, records);
    }

    /// <summary>Experiments may share cells: what is pooled over experiments has each of them once.</summary>
    [Fact]
    public void CellsThatExperimentsShareAreCountedOnce()
    {
        var (one, two) = (Of("one", losses: 2, mixups: 2, seeds: 3), Of("two", losses: 1, mixups: 2, seeds: 3));

        List<string> Words(params ExperimentSummary[] summaries) => [.. AnswerInWords.Of(new(summaries, new(), new())).Select(sentence => sentence.ToString())];

        Assert.Equal(Words(one), Words(one, two));
        Assert.Equal(ExcessFigure.Cells([one]), ExcessFigure.Cells([one, two]));
        Assert.Null(RobustnessSection.Of(new([one, two], new(), new())));
    }

    /// <summary>A mean over architectures would hide that NC1 rises in one and falls in the other.</summary>
    [Fact]
    public void AChangeOverTheEpochsIsToldOfEachArchitecture()
    {
        var summary = WithArchitectures(2, change: (model, _, record) => model == 0 ? record
            : record with { Epochs = [.. record.Epochs.Select(row => row with { Metrics = [.. row.Metrics.Select(metric => metric.Key == "nc1" ? new(metric.Key, 1 / metric.Value) : metric)] })] });

        Assert.Matches(@"^From epoch 1 to 30, NC1 with mixup is multiplied by 0\.\d+ \(m0\) to \d+(\.\d+)? \(m1\) for ", UnfoldingSection.AfterTheBeginning(summary).ToString().Replace('\u00a0', ' '));
    }

    /// <summary>Means of each loss over the architectures would hide that no loss does the same in all of them.</summary>
    [Fact]
    public void WhetherTheArchitectureDecidesWhatTheLossDoesIsTold()
    {
        var other = WithArchitectures(2, change: (model, cell, record) =>
            model == 1 && cell.Axes[0].Value != "cross-entropy" && cell.Axes[1].Value != "none" ? WithNc1(record, nc1 => 10 * nc1) : record);
        var effects = MixupEffect.All(other);

        var same = Answer(WithArchitectures(2))[2];
        var depends = Answer(other)[2];

        Assert.EndsWith(" That it depends on the model what the loss does is not shown (model × loss × mixup: F(1, 14) = 0, p = 1.000).", same, StringComparison.Ordinal);
        Assert.Contains(" What the loss does depends on the model (model × loss × mixup: F(1, 14) = ", depends, StringComparison.Ordinal);
        string Ratio(int of, string loss) => $"{Text(effects[of].Ratio.Value)} for {loss}";
        Assert.EndsWith($"and from {Ratio(2, "cross-entropy")} to {Ratio(3, "focal")} in m1.", depends, StringComparison.Ordinal);
    }

    [Fact]
    public void ANetworkBelowTheOptimumIsCountedAndNotDrawn()
    {
        List<ExcessCell> cells = [.. new[] { 0.1, 0.2, 0.3, -0.01 }.Select((excess, i) => new ExcessCell("one", $"{i}", "focal", excess, 0.1))];

        Assert.EndsWith(" 1 network at or below that loss, or without a miss, is not drawn.", ExcessFigure.Draw(cells)!.Explanation, StringComparison.Ordinal);
        Assert.Null(ExcessFigure.Draw([.. cells.Skip(1)]));
    }

    [Fact]
    public void AFactorOfOneLevelIsNotAnalysed()
    {
        var summary = Of("one", losses: 1, mixups: 2, seeds: 3);

        Assert.Null(Factorial.Of(summary, ["loss", "mixup"], [.. summary.Groups.Select(group => group.Axes)], "nc1", isLogarithmic: true));
        Assert.NotNull(Factorial.Of(summary, ["mixup"], [.. summary.Groups.Select(group => group.Axes)], "nc1", isLogarithmic: true));
    }

    [Fact]
    public void LabelsMixedWithoutTheirImagesAreNoMixup() => Assert.Equal(
        [true, false],
        new[] { MixedParts.InputsAndTargets, MixedParts.TargetsOnly }.Select(apply => Trainings.MixesImages(SyntheticRecord.Of(SyntheticExperiment.Plan().Cells[^1]) is var record
            ? record with { CanonicalJson = CanonicalJson.Write((NetworkCell)CanonicalJson.Read(record.CanonicalJson) with { Mixup = new Mixup { Alpha = 1, Apply = apply } }) } : record)));

    [Fact]
    public void TwoSeedsAreDrawnWithoutAnIntervalAndAnswerNothing()
    {
        var summary = Of("one", losses: 1, mixups: 2, seeds: 2);

        Assert.Empty(Answer(summary));
        Assert.DoesNotContain("[", XElement.Parse(ForestPlot.Draw("two", "", EffectRow.All(summary))!.Svg).Value.Replace("[95 %]", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mixup(alpha=1.0,per=sample)", "mixup, alpha 1, per sample")]
    [InlineData("mlp(hidden=[512,256])", "MLP, hidden 512, 256")]
    [InlineData("wide-resnet", "WRN")]
    [InlineData("smooth-l1(kappa=5,beta=0.50)", "smooth L1, kappa 5, beta 0.5")]
    [InlineData("cross-entropy", "cross-entropy")]
    [InlineData("0.05", "0.05")]
    [InlineData("v1.10.0", "v1.10.0")]
    public void ALabelIsWrittenAsPeopleDo(string label, string written) => Assert.Equal(written, GroupName.Value(label));

    private static List<string> Answer(ExperimentSummary summary) =>
        [.. AnswerInWords.Of(new([summary], new(), new())).Select(sentence => sentence.ToString().Replace('\u00a0', ' '))];

    private static string Text(double ratio) => ForestPlot.Text(ratio);

    private static double Nc1(SummaryGroup group, int seed) => group.Cells[seed].Epochs[^1].Find(WithinClassVariability.OnTrain.Name)!.Value;

    private static ExperimentSummary Of(string name, int losses, int mixups, int seeds)
    {
        var plan = SyntheticExperiment.Plan(name, losses, mixups, seeds);
        return ExperimentSummary.Of(RecordedPlan.Of(plan), [.. plan.Cells.Select(SyntheticRecord.Of)]);
    }
}
