using NeuralCollapse.Specs;

namespace NeuralCollapse.Records;

/// <summary>
/// Compares recorded results with a snapshot: in every digit where the numerics fingerprint of a cell is that of its snapshot, and within
/// the spec's tolerances, for the metrics that have one, where it is not. So are the files, by their hashes, which have no tolerance.
/// </summary>
public sealed class SnapshotComparison
{
    private readonly IReadOnlyDictionary<string, Tolerance> tolerances;
    private readonly List<SnapshotDifference> differences = [];
    private int exact;
    private int tolerated;
    private int skipped;
    private int filesCompared;
    private int filesSkipped;
    private int missing;

    private SnapshotComparison(IReadOnlyDictionary<string, Tolerance> tolerances) => this.tolerances = tolerances;

    /// <summary>Every difference, and how much was compared. A cell that one of both lacks is a difference, and so is what is damaged; one that both lack is counted.</summary>
    /// <param name="snapshot">What is expected; null where there is no snapshot, and only damage can be found.</param>
    /// <param name="found">What is recorded, by the plan as it is now.</param>
    public static SnapshotVerdict Compare(Snapshot? snapshot, RecordedExperiment found)
    {
        var comparison = new SnapshotComparison(found.Plan.Verify);
        if (snapshot is not null)
            comparison.CompareCells(snapshot, found);
        foreach (var damage in found.Damages)
            comparison.Differ(damage);
        return comparison.Verdict;
    }

    private SnapshotVerdict Verdict => new()
    {
        Differences = differences,
        ComparedExactly = exact,
        ComparedWithinTolerance = tolerated,
        NotCompared = skipped,
        FilesCompared = filesCompared,
        FilesNotCompared = filesSkipped,
        NotThere = missing,
    };

    private void CompareCells(Snapshot snapshot, RecordedExperiment found)
    {
        var now = Snapshot.Of(found.Plan, found.Cells).Cells.ToDictionary(c => c.Id, StringComparer.Ordinal);
        var damaged = found.Damages.Select(d => d.Cell?.Id).ToHashSet();
        foreach (var expected in snapshot.Cells.Where(c => !damaged.Contains(c.Id)))
            CompareCell(expected, now.GetValueOrDefault(expected.Id));
        var known = snapshot.Cells.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var cell in found.Plan.Cells.Where(c => !known.Contains(c.Id)))
        {
            if (now.ContainsKey(cell.Id) || damaged.Contains(cell.Id))
                Differ(cell.Id, cell.Label, "", "-", "a cell", "the snapshot does not have this cell");
            else
                missing++;
        }
    }

    private void CompareCell(SnapshotCell expected, SnapshotCell? got)
    {
        if (got is null)
        {
            Differ(expected.Id, expected.Label, "", "a cell", "-", "the cell is not recorded");
            return;
        }

        var same = expected.Numerics == got.Numerics;
        foreach (var (name, value) in expected.Metrics)
            CompareMetric(expected, name, value, Find(got, name), same);
        foreach (var (name, value) in got.Metrics.Where(m => expected.Metrics.All(e => e.Key != m.Key)))
            Differ(got.Id, got.Label, name, "-", Numbers.Format(value), "the snapshot does not have this metric");
        CompareFiles(expected, got, same);
    }

    private void CompareFiles(SnapshotCell expected, SnapshotCell got, bool sameNumerics)
    {
        if (!sameNumerics)
        {
            filesSkipped += got.Files.Count;
            if (expected.IsDiverged != got.IsDiverged)
                Differ(got.Id, got.Label, "", EndOf(expected), EndOf(got), "on other numerics, too, it must end alike");
            return;
        }

        var (before, now) = (new Dictionary<string, string>(expected.Files), new Dictionary<string, string>(got.Files));
        filesCompared += before.Keys.Intersect(now.Keys).Count();
        foreach (var name in before.Keys.Union(now.Keys).Order(StringComparer.Ordinal))
        {
            var (old, recent) = (before.GetValueOrDefault(name), now.GetValueOrDefault(name));
            if (old is null)
                Differ(got.Id, got.Label, name, "-", recent!, "the snapshot does not have this file");
            else if (recent is null)
                Differ(got.Id, got.Label, name, old, "-", "the file is not recorded");
            else if (old != recent)
                Differ(got.Id, got.Label, name, old, recent, "same numerics: every byte must agree");
        }
    }

    private static string EndOf(SnapshotCell cell) => cell.IsDiverged ? "a training that diverged" : "one to the last epoch";

    private void CompareMetric(SnapshotCell cell, string name, double expected, double? got, bool sameNumerics)
    {
        if (got is not { } value)
        {
            Differ(cell.Id, cell.Label, name, Numbers.Format(expected), "-", "the metric is not recorded");
        }
        else if (sameNumerics)
        {
            exact++;
            if (Numbers.Format(value) != Numbers.Format(expected))
                Differ(cell.Id, cell.Label, name, Numbers.Format(expected), Numbers.Format(value), "same numerics: every digit must agree");
        }
        else if (tolerances.TryGetValue(name, out var tolerance))
        {
            tolerated++;
            if (!IsWithin(tolerance, expected, value))
                Differ(cell.Id, cell.Label, name, Numbers.Format(expected), Numbers.Format(value), $"outside {Text(tolerance)}");
        }
        else
        {
            skipped++;
        }
    }

    private void Differ(Damage damage)
    {
        var why = damage.Cell is null ? "not what follows from the spec and the cells" : "not as it was written";
        foreach (var fault in damage.Error.Faults)
            Differ(damage.Cell?.Id ?? "", damage.Cell?.Label ?? "", fault.Place, fault.Expected, fault.Got, why);
    }

    private static double? Find(SnapshotCell cell, string metric) =>
        cell.Metrics.Where(m => m.Key == metric).Select(m => (double?)m.Value).FirstOrDefault();

    private void Differ(string id, string label, string metric, string expected, string got, string why) =>
        differences.Add(new() { CellId = id, CellLabel = label, Metric = metric, Expected = expected, Got = got, Why = why });

    private static bool IsWithin(Tolerance tolerance, double expected, double got) => double.IsFinite(expected) && double.IsFinite(got)
        ? Math.Abs(got - expected) <= tolerance.Absolute + (tolerance.Relative * Math.Abs(expected))
        : expected.Equals(got);

    private static string Text(Tolerance tolerance) =>
        $"{Numbers.Format(tolerance.Absolute)} + {Numbers.Format(tolerance.Relative)} x |expected|";
}
