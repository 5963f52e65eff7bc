using NeuralCollapse.Specs;

namespace NeuralCollapse.Records;

/// <summary>
/// Compares recorded results with a snapshot: in every digit where the numerics fingerprint of a cell is that of its snapshot, and within
/// the spec's tolerances, for the metrics that have one, where it is not.
/// </summary>
public sealed class SnapshotComparison
{
    private readonly IReadOnlyDictionary<string, Tolerance> tolerances;
    private readonly List<SnapshotDifference> differences = [];
    private int exact;
    private int tolerated;
    private int skipped;

    private SnapshotComparison(IReadOnlyDictionary<string, Tolerance> tolerances) => this.tolerances = tolerances;

    /// <summary>Every difference, and how much was compared. A missing or additional cell is a difference.</summary>
    /// <param name="snapshot">What is expected.</param>
    /// <param name="plan">The experiment as it is now.</param>
    /// <param name="records">Its recorded cells.</param>
    /// <param name="tolerances">By metric name, used across different fingerprints only.</param>
    public static SnapshotVerdict Compare(
        Snapshot snapshot, RecordedPlan plan, IReadOnlyList<CellRecord> records, IReadOnlyDictionary<string, Tolerance> tolerances)
    {
        var comparison = new SnapshotComparison(tolerances);
        var now = Snapshot.Of(plan, records).Cells.ToDictionary(c => c.Id, StringComparer.Ordinal);
        foreach (var expected in snapshot.Cells)
            comparison.CompareCell(expected, now.GetValueOrDefault(expected.Id));
        var known = snapshot.Cells.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var cell in plan.Cells.Where(c => !known.Contains(c.Id)))
            comparison.Differ(cell.Id, cell.Label, "", "-", "a cell", "the snapshot does not have this cell");
        foreach (var record in records)
            comparison.CompareFiles(record);
        return comparison.Verdict;
    }

    private SnapshotVerdict Verdict => new()
    {
        Differences = differences,
        ComparedExactly = exact,
        ComparedWithinTolerance = tolerated,
        NotCompared = skipped,
    };

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
    }

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

    /// <summary>The last epoch is in two files of a cell; edited by hand, they may disagree.</summary>
    private void CompareFiles(CellRecord record)
    {
        const string why = "metrics.csv and summary.json disagree";
        var (table, summary) = (record.Epochs[^1], record.Final);
        if (table.Epoch != summary.Epoch)
            Differ(record.Id, record.Label, "epoch", Numbers.Format(table.Epoch), Numbers.Format(summary.Epoch), why);
        foreach (var name in table.Metrics.Concat(summary.Metrics).Select(m => m.Key).Distinct())
        {
            var (expected, got) = (Shown(table.Find(name)), Shown(summary.Find(name)));
            if (expected != got)
                Differ(record.Id, record.Label, name, expected, got, why);
        }
    }

    private static double? Find(SnapshotCell cell, string metric) =>
        cell.Metrics.Where(m => m.Key == metric).Select(m => (double?)m.Value).FirstOrDefault();

    private void Differ(string id, string label, string metric, string expected, string got, string why) =>
        differences.Add(new() { CellId = id, CellLabel = label, Metric = metric, Expected = expected, Got = got, Why = why });

    private static bool IsWithin(Tolerance tolerance, double expected, double got) => double.IsFinite(expected) && double.IsFinite(got)
        ? Math.Abs(got - expected) <= tolerance.Absolute + (tolerance.Relative * Math.Abs(expected))
        : expected.Equals(got);

    private static string Shown(double? value) => value is { } number ? Numbers.Format(number) : "-";

    private static string Text(Tolerance tolerance) =>
        $"{Numbers.Format(tolerance.Absolute)} + {Numbers.Format(tolerance.Relative)} x |expected|";
}
