using System.Globalization;
using NeuralCollapse.Measures;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Reports;

/// <summary>What the argument does not show, what its words mean, and where its numbers come from.</summary>
internal static class ClosingSections
{
    private const double SecondsInAnHour = 3600;
    private const string Processor = "cpu"; // as environment.json has it

    public static IEnumerable<Section> Of(Evidence evidence)
    {
        yield return new("Limits", [.. Limits(evidence).Select(limit => new Block.Passage(limit))]);
        yield return new("Definitions and provenance", [
            new Block.Tabulation(Definitions(evidence)),
            new Block.Tabulation(Provenance(evidence)),
            .. evidence.All.Where(summary => summary.Diverged.Count > 0).Select(summary => new Block.Tabulation(DivergedTable.Of(summary, evidence.Tables.Next()))),
        ]);
    }

    private static Table Definitions(Evidence evidence)
    {
        Metric[] metrics = [.. ResultsTables.Main.Columns.Select(column => column.Metric), MixedMetrics.Mu, MixedMetrics.AmplificationMiss, MixedMetrics.ExcessLoss, MixedMetrics.RatioAtThreeQuarters];
        return MetricsTable.Of(metrics.Select(metric => metric.Name), evidence.Tables.Next()) with
        {
            IsDense = true,
            Rows = [.. metrics.Select(metric => (IReadOnlyList<TableEntry>)[new(metric.Title, metric.Name), new(metric.Meaning)])],
        };
    }

    private static IEnumerable<Sentence> Limits(Evidence evidence)
    {
        var cells = evidence.Trained.SelectMany(summary => summary.Cells.Select(cell => cell.Environment)).ToList();
        var seeds = evidence.Trained.Select(summary => (summary.Plan.Experiment, Ids: summary.Cells.Select(cell => cell.Id).ToHashSet(), summary.Plan.Cells))
            .Select(each => (each.Experiment, each.Ids, Count: each.Cells.Where(cell => each.Ids.Contains(cell.Id)).Select(cell => cell.Seed).Distinct().Count())).OrderBy(each => each.Count)
            .Select(each => new Printed(Numbers.Format(each.Count), new CellsOf("seeds", each.Experiment, [.. each.Ids]))).ToList();
        if (seeds.Count > 0)
            yield return $"Seeds: {seeds[0]}{(seeds[0].Text == seeds[^1].Text ? (Sentence)$"" : $" to {seeds[^1]}")} an experiment. Intervals and tests take seeds for normal draws, which so few cannot show{(evidence.Trained.Any(summary => summary.Plan.Stated.Analyses.Count > 0) ? "; the analyses of variance take one variance besides, and where deviations differ as in the tables of results, F is a size and no exact test" : "")}. A seed chooses initial weights, order and mixtures, not the images.";
        if (cells.Count > 0 && cells.All(cell => cell.Device == Processor && cell.TotalSeconds < SecondsInAnHour))
            yield return $"Size: the networks are small and the training sets are of {Sizes(evidence)}, so that every training runs on a processor in less than an hour. Nothing here says what hundreds of epochs of large networks do, or other images.";
        if (evidence.Primary is { } primary && Trainings.Recipe(primary) is { } recipe)
            yield return $"Training: the networks of {Prose.Quoted(primary.Plan.Experiment)} are trained by {recipe}, each loss in one setting{(Trainings.DifferByArchitecture(primary) ? ": nothing here tells an architecture from its optimizer" : "")}.";
        yield return $"Theory: its classifier is a fixed simplex, its features are free and without a rectifier, and its μ is fitted to one measured number; where no μ gives it, or a loss has no optimum at λ = ½, nothing is predicted and nothing judged.";
        yield return $"Calibration: confidence is the softmax of the outputs whatever the loss. For squared, smooth and absolute errors these are no log-probabilities, and their calibration error before scaling is an artefact of that.";
        if (cells.Select(cell => cell.Device == Processor ? cell.Processor : $"{cell.Processor} with {cell.Device}").Distinct().ToList() is { Count: > 0 } machines)
            yield return $"Machines: {Prose.List(machines)}. Digits repeat exactly within a fingerprint of the numerics; on other hardware they are compared within the tolerances of the specs.";
    }

    private static string Sizes(Evidence evidence)
    {
        var sizes = evidence.Trained.SelectMany(summary => summary.Groups).Select(group => Trainings.SpecOf(group.Cells[0])).OfType<NetworkCell>().Select(spec => spec.Data.Train).Distinct().Order().ToList();
        return sizes.Count == 0 ? "thousands of images" : $"{string.Join(" to ", new[] { sizes[0], sizes[^1] }.Distinct().Select(Numbers.Format))} images";
    }

    private static Table Provenance(Evidence evidence) => new()
    {
        Number = evidence.Tables.Next(),
        Title = "Where the results come from.",
        Explanation =
            "Commits are those that the training program was built from, with * where files had been changed and ? where that is unknown; numerics are the fingerprints within which digits repeat. " +
            $"Versions: {string.Join("; ", evidence.All.SelectMany(summary => summary.Cells).Select(cell => Versions(cell.Environment)).Distinct().Order(StringComparer.Ordinal))}. " +
            "Each cell's host, start, duration and memory is in report.csv.",
        IsDense = true,
        Columns = [new("Experiment", 1.2f, false), new("Commits", 1.6f, false), new("Numerics", 1.2f, false), new("Trained (UTC)", 1.4f, false)],
        Rows = [.. evidence.All.Select(Row)],
    };

    private static IReadOnlyList<TableEntry> Row(ExperimentSummary summary)
    {
        var environments = summary.Cells.Select(cell => cell.Environment).ToList();
        return
        [
            new(summary.Plan.Experiment),
            new(string.Join(", ", environments.Select(ProvenanceTable.Commit).Distinct().Order(StringComparer.Ordinal))),
            new(string.Join(", ", summary.Numerics)),
            new(string.Join(" to ", new[] { environments.Min(e => e.Started), environments.Max(e => e.Started) }.Select(Day).Distinct())),
        ];
    }

    private static string Versions(RunEnvironment environment) =>
        string.Join(", ", environment.Versions.OrderBy(version => version.Key, StringComparer.Ordinal).Select(version => $"{version.Key} {version.Value}"));

    private static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
