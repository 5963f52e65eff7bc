using System.Xml.Linq;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;
using NeuralCollapse.Synthetic;
using SkiaSharp;
using UglyToad.PdfPig;

namespace NeuralCollapse.Reports.Tests;

public sealed class CompilingAReport : IDisposable
{
    private readonly SyntheticResults results = new();

    public void Dispose() => results.Dispose();

    [Fact]
    public void TheSameResultsGiveTheSameBytes()
    {
        using var others = new SyntheticResults();
        var plan = SyntheticExperiment.Plan(losses: 2);

        Compile(results.With(plan), [plan.Name]);
        Compile(others.With(plan), [plan.Name]);
        var first = results.Files();
        Compile(results, [plan.Name]);

        Assert.Equal(first, others.Files());
        Assert.Equal(first, results.Files());
        Assert.Contains("report.pdf", first.Keys);
        Assert.Equal(9, first.Keys.Count(k => k.StartsWith("synthetic/figures/", StringComparison.Ordinal)));
    }

    [Fact]
    public void EveryNumberOfTheSummaryIsPrinted()
    {
        var plan = SyntheticExperiment.Plan();
        Compile(results.With(plan), [plan.Name]);
        var recorded = results.Store.ReadPlan(plan.Name);
        var summary = ExperimentSummary.Of(recorded, results.Store.ReadAll(recorded));

        var printed = Words(out _);

        var rows = summary.Groups.SelectMany(g => g.Metrics).ToList();
        Assert.Equal(8 * 42, rows.Count);
        Assert.All(rows, row =>
        {
            var metric = MetricText.Of(row.Metric);
            Assert.Contains(MetricText.Mean(metric, row.Mean).Replace('-', '−'), printed.Select(word => word.Replace('-', '−')));
            Assert.Contains(MetricText.Deviation(metric, row.Mean, row.StandardDeviation!.Value), printed);
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(200)]
    public void CellsThatDivergedAreListedAndCountedBesideN(int diverged)
    {
        var plan = SyntheticExperiment.Plan(losses: 2, mixups: 1, seeds: Math.Max(4, diverged / 2));
        var wild = plan.Cells.Take(diverged).ToHashSet();
        Compile(results.With(plan, cell => wild.Contains(cell)
            ? SyntheticRecord.Of(cell) with { Epochs = [], Projections = [], Lambdas = [], Reliability = [], Diverged = new("the loss", double.NaN, 3, 9) }
            : SyntheticRecord.Of(cell)), [plan.Name]);

        Words(out var pages);
        var text = string.Join(' ', pages);

        Assert.Contains("Cells of synthetic that diverged.", text, StringComparison.Ordinal);
        Assert.Contains("nan at epoch 3, step 9", text, StringComparison.Ordinal);
        Assert.All(wild, cell => Assert.Contains(cell.Id, text, StringComparison.Ordinal));
        var body = ReportComposer.Compose(results.Store, [plan.Name]).Tables.First(table => table.Title.StartsWith("Cells of synthetic", StringComparison.Ordinal));
        Assert.Equal(wild.Select(cell => cell.Id), body.Rows.Select(row => row[0].Text));
    }

    [Fact]
    public void EveryPageIsNumberedAndEveryCellNamed()
    {
        Compile(results.With(SyntheticExperiment.Plan("one")).With(SyntheticExperiment.Plan("two", seeds: 1)), ["one", "two"]);

        var words = Words(out var pages);

        Assert.InRange(pages.Count, 15, 30);
        Assert.All(pages.Select((text, i) => (text, i)), page => Assert.Contains(Invariant($"Page {page.i + 1} of {pages.Count}"), page.text, StringComparison.Ordinal));
        Assert.All(SyntheticExperiment.Plan().Cells, cell => Assert.Contains(cell.Id, words));
    }

    [Fact]
    public void FiguresAndTablesAreNumberedThroughInTheOrderOfTheReport()
    {
        results.With(SyntheticExperiment.Plan("one")).With(SyntheticExperiment.Plan("two", seeds: 1));

        var model = ReportComposer.Compose(results.Store, ["two", "one"]);

        var figures = model.Experiments.SelectMany(e => e.Figures).Select(f => f.Number);
        var tables = model.Experiments.SelectMany(e => e.MainTables.Prepend(e.Settings).Concat(e.AllMetrics)).Append(model.Metrics).Append(model.Provenance);
        Assert.Equal(Enumerable.Range(1, 22), model.Figures.Select(f => f.Number).Concat(figures));
        Assert.Equal(Enumerable.Range(1, 19), model.Tables.Concat(tables).Select(t => t.Number));
        Assert.Equal(["two", "one"], model.Experiments.Select(e => e.Name));
    }

    [Fact]
    public async Task WhatTheReportSaysInWords()
    {
        results.With(SyntheticExperiment.Plan("quick"));

        var model = ReportComposer.Compose(results.Store, ["quick"]);

        var experiment = model.Experiments[0];
        List<string> lines =
        [
            model.Title, model.Question, .. model.Answer.Select(sentence => sentence.ToString()), $"Figure {model.Effects!.Number}: {model.Effects.Content.Title} {model.Effects.Content.Explanation}", "",
            .. model.Sections.SelectMany(Lines), "Appendix", experiment.Title, experiment.Claim, experiment.Setup, "",
            .. Lines(experiment.Settings), .. experiment.Results.SelectMany(Lines), experiment.PredictionsInWords, "", .. Lines(experiment.Predictions!), .. experiment.AllMetrics.SelectMany(Lines),
            .. experiment.Figures.SelectMany(f => new[] { $"Figure {f.Number}: {f.Content.Name}. {f.Content.Title} {f.Content.Explanation}", "" }),
            .. Lines(model.Metrics), .. Lines(model.Provenance),
        ];
        var ids = SyntheticExperiment.Plan("quick").Cells.Select((c, i) => (c.Id, Number: i + 1));
        var text = ids.Aggregate(string.Join('\n', lines).TrimEnd(), (t, cell) => t.Replace(cell.Id, Invariant($"{{cell {cell.Number}}}"), StringComparison.Ordinal));
        await Golden.Verify(text, "Reports/Words");
    }

    [Fact]
    public void MissingCellsAreSaid()
    {
        var plan = SyntheticExperiment.Plan(losses: 1);
        results.With(plan);
        results.Remove(plan, plan.Cells[0]);

        var model = ReportComposer.Compose(results.Store, [plan.Name]);

        Assert.Contains("Only 3 of them are recorded", model.Experiments[0].Setup, StringComparison.Ordinal);
        Assert.Equal(["1", "2"], model.Experiments[0].Results[0].Rows.Select(r => r[2].Text));
    }

    [Fact]
    public void ResultsWithoutProjectionsReliabilityOrKnownMetricsAreReported()
    {
        var plan = SyntheticExperiment.Plan(losses: 1, mixups: 1, seeds: 1);
        results.Store.WritePlan(plan);
        results.Publish(plan.Name, SyntheticRecord.Of(plan.Cells[0]) with
        {
            Epochs = [new() { Epoch = 1, Metrics = [new("a-new-measure", 0.03125), new("nc1", double.NaN)] }],
            Projections = [],
            Reliability = [],
        });
        results.Summarise(plan);

        Compile(results, [plan.Name]);

        var words = Words(out _);
        Assert.Contains("a-new-measure", words);
        Assert.Contains("0.03125", words);
        Assert.Contains("nan", words);
    }

    [Fact]
    public void ASeedWithoutAFittedMuOrWithAnInfiniteMeasureIsReportedAsSuch()
    {
        var plan = SyntheticExperiment.Plan(losses: 1, mixups: 2, seeds: 2);
        results.Store.WritePlan(plan);
        foreach (var cell in plan.Cells)
        {
            var record = SyntheticRecord.Of(cell);
            results.Publish(plan.Name, cell.Spec.Seed == 0 ? record : record with
            {
                Epochs = [.. record.Epochs.Select(row => row with
                {
                    Metrics = [.. row.Metrics.Select(m => m.Key switch
                    {
                        "mu" => new(m.Key, double.NaN),
                        "nc1" => new(m.Key, double.PositiveInfinity),
                        _ => m,
                    })],
                })],
                Lambdas = [.. record.Lambdas.Select(point => point with
                {
                    PredictedAlpha = double.NaN, PredictedBeta = double.NaN, PredictedAmplification = double.NaN, Distance = double.NaN,
                })],
            });
        }

        results.Summarise(plan);
        var experiment = ReportComposer.Compose(results.Store, [plan.Name]).Experiments[0];
        Compile(results, [plan.Name]);

        Assert.Equal(["mu", "nan", "nan"], experiment.AllMetrics[0].Rows.Single(row => row[0].Text == "mu").Select(entry => entry.Text));
        Assert.Equal(["nc1", "inf", "inf"], experiment.AllMetrics[0].Rows.Single(row => row[0].Text == "nc1").Select(entry => entry.Text));
        Assert.Equal("1", experiment.Predictions!.Rows.Single()[2].Text);
        Assert.All(experiment.Results.SelectMany(table => table.Rows), row => Assert.Equal("2", row[2].Text));
    }

    [Fact]
    public void TheUFMIsReportedWithoutWhatNeedsImages()
    {
        var plan = SyntheticExperiment.Ufm();
        results.With(plan, SyntheticRecord.Ufm);

        var model = ReportComposer.Compose(results.Store, [plan.Name]).Experiments[0];
        Compile(results, [plan.Name]);

        Assert.Equal(["mixed-geometry", "mixed-coefficients"], model.Figures.Select(f => f.Content.Name));
        Assert.Equal("Distance from the predicted optimum of ufm after the last epoch.", Assert.Single(model.Results).Title);
        Assert.Contains("1.20e-7", Words(out var pages));
        Assert.InRange(pages.Count, 8, 14);
    }

    [Fact]
    public void ALargeMatrixIsReportedByAChoice()
    {
        var plan = SyntheticExperiment.Ufm("large");
        var summary = ExperimentSummary.Of(RecordedPlan.Of(plan), [.. plan.Cells.Select(SyntheticRecord.Of)]);

        var model = ExperimentComposer.Compose(summary, [], new Counter(), new Counter());

        Assert.Empty(model.AllMetrics);
        Assert.Contains("Every metric of its 30 settings is in summary.csv", model.Setup, StringComparison.Ordinal);
        Assert.Equal(30, model.Predictions!.Rows.Count);
        Assert.Equal(11, model.Figures.Count);
        Assert.All(model.Figures, f => Assert.True(f.Content.Cells.Count <= 24));
        Assert.Contains("24 of 30 settings are drawn", model.Figures[0].Content.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void NothingToReportIsAnErrorThatSaysSo()
    {
        results.Store.WritePlan(SyntheticExperiment.Plan());

        var none = Assert.Throws<UserErrorException>(() => Compile(results, []));
        var unrecorded = Assert.Throws<UserErrorException>(() => Compile(results, ["synthetic"]));

        Assert.Contains("expected the results of an experiment, got none.", none.Message, StringComparison.Ordinal);
        Assert.Contains("expected recorded cells, got none.\nReproduce the experiment synthetic first.", unrecorded.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EachFigureIsWrittenAsPngWhereAskedForAndRemovedByAReportWithout()
    {
        var plan = SyntheticExperiment.Plan();
        results.With(plan);
        void Write(bool withPng) => Report.Write(results.Store, [plan.Name], Path.Combine(results.Root, "report.pdf"), withAppendix: false, withPng);
        string[] Figures(string extension) => [.. Directory.GetFiles(results.Root, $"*{extension}", SearchOption.AllDirectories).Select(file => Path.ChangeExtension(file, null)).Order()];

        Write(withPng: true);
        var images = Figures(".png");

        Assert.NotEmpty(images);
        Assert.Equal(Figures(".svg"), images);
        foreach (var image in images)
        {
            using var bitmap = SKBitmap.Decode($"{image}.png");
            var size = XDocument.Load($"{image}.svg").Root!;
            Assert.Equal(300 / 72.0 * (double)size.Attribute("width")!, bitmap.Width, 1.0);
            Assert.Equal(300 / 72.0 * (double)size.Attribute("height")!, bitmap.Height, 1.0);
            Assert.True(bitmap.Pixels.Distinct().Skip(10).Any(), image);
        }

        Write(withPng: false);

        Assert.Empty(Figures(".png"));
    }

    private static void Compile(SyntheticResults results, IReadOnlyList<string> experiments) =>
        Report.Write(results.Store, experiments, Path.Combine(results.Root, "report.pdf"), withAppendix: true);

    private HashSet<string> Words(out List<string> pages)
    {
        using var document = PdfDocument.Open(Path.Combine(results.Root, "report.pdf"));
        var words = document.GetPages().Select(p => p.GetWords().Select(w => w.Text).ToList()).ToList();
        pages = [.. words.Select(w => string.Join(' ', w))];
        return [.. words.SelectMany(w => w).Select(w => w.TrimEnd('.', ','))];
    }

    private static IEnumerable<string> Lines(Section section) => section.Blocks.SelectMany(block => block switch
    {
        Block.Passage text => [text.Sentence.ToString(), ""],
        Block.Tabulation rows => Lines(rows.Table),
        Block.Illustration drawing => [$"Figure {drawing.Figure.Number}: {drawing.Figure.Content.Name}. {drawing.Figure.Content.Title} {drawing.Figure.Content.Explanation}", ""],
        _ => Array.Empty<string>(),
    }).Prepend("").Prepend(section.Title);

    private static IEnumerable<string> Lines(Table table) =>
    [
        $"Table {table.Number}: {table.Title} {table.Explanation}",
        string.Join(" | ", table.Columns.Select(c => c.Title.Replace('\n', ' '))),
        .. table.Rows.Select(row => string.Join(" | ", row.Select(e => $"{e.Text} {e.Below}".Trim()))),
        "",
    ];

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
