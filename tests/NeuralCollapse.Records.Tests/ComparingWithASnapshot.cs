using NeuralCollapse.Specs;
using NeuralCollapse.Synthetic;

namespace NeuralCollapse.Records.Tests;

public sealed class ComparingWithASnapshot
{
    private static readonly Dictionary<string, string> Files = new() { ["metrics.csv"] = Sealing.Sha256("m"), ["cell.json"] = Sealing.Sha256("c") };
    private static readonly RecordedPlan Plan = RecordedPlan.Of(SyntheticExperiment.Plan(losses: 2, mixups: 2, seeds: 1));
    private static readonly List<CellRecord> Records = [.. SyntheticExperiment.Plan(losses: 2, mixups: 2, seeds: 1).Cells.Select(cell => SyntheticRecord.Of(cell) with { Files = Files })];
    private static readonly string Text = SnapshotText.Of(Plan, Records);

    private static readonly int Metrics = Records[0].Final.Metrics.Count;

    [Fact]
    public void TheTextListsCellsInPlanOrderWithEveryDigit()
    {
        var lines = Text.Split('\n');

        Assert.Equal(["experiment: synthetic", "numerics: 5d41402abc4b", "", $"{Plan.Cells[0].Id} loss=cross-entropy mixup=none seed=0"], lines[..4]);
        Assert.Equal($"  objective {Numbers.Format(Records[0].Final.Metrics[0].Value)}", lines[4]);
        Assert.Equal([$"  file cell.json {Files["cell.json"][..12]}", $"  file metrics.csv {Files["metrics.csv"][..12]}", ""], lines[(4 + Metrics)..(7 + Metrics)]);
        Assert.Equal(2 + (4 * (2 + Metrics + Files.Count)), lines.Length);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("\uFEFF", "")]
    [InlineData("", "\n")]
    public void TheTextReadsBackWithOrWithoutByteOrderMarkAndLastLineEnd(string before, string after)
    {
        var snapshot = Snapshot.Parse(before + Text + after, "synthetic.verified.txt");

        Assert.Equal(Text, SnapshotText.Of(snapshot));
    }

    [Fact]
    public void TheSameResultsAgreeExactly()
    {
        var verdict = Compare(Records);

        Assert.True(verdict.Agrees);
        Assert.Equal((4 * Metrics, 0, 0), (verdict.ComparedExactly, verdict.ComparedWithinTolerance, verdict.NotCompared));
        Assert.Equal((4 * 2, 0), (verdict.FilesCompared, verdict.FilesNotCompared));
    }

    [Fact]
    public void OneChangedDigitIsOneDifference()
    {
        var (name, value) = Records[2].Final.Metrics[7];
        var digits = Numbers.Format(value);
        var changed = Text.Replace($"  {name} {digits}\n", $"  {name} {digits[..^1]}{(digits[^1] == '1' ? '2' : '1')}\n", StringComparison.Ordinal);

        var verdict = Compare(Records, Snapshot.Parse(changed, "file"));

        var difference = Assert.Single(verdict.Differences);
        Assert.Equal((Records[2].Id, Plan.Cells[2].Label, name, digits), (difference.CellId, difference.CellLabel, difference.Metric, difference.Got));
        Assert.Equal("same numerics: every digit must agree", difference.Why);
    }

    [Fact]
    public void TheSmallestChangeOfANumberIsADifference()
    {
        var verdict = Compare(Change(Records, "nc1", Math.BitIncrement));

        Assert.Equal(4, verdict.Differences.Count);
        Assert.All(verdict.Differences, d => Assert.Equal("nc1", d.Metric));
    }

    [Fact]
    public void OtherNumericsAreComparedWithinTheTolerancesThatThereAre()
    {
        var verdict = Compare(OtherNumerics(Change(Records, "nc1", v => v * 1.19)));

        Assert.True(verdict.Agrees);
        Assert.Equal((0, 4 * 2, 4 * (Metrics - 2)), (verdict.ComparedExactly, verdict.ComparedWithinTolerance, verdict.NotCompared));
        Assert.Equal((0, 4 * 2), (verdict.FilesCompared, verdict.FilesNotCompared));
    }

    [Fact]
    public void OutsideItsToleranceAMetricDiffers()
    {
        var verdict = Compare(OtherNumerics(Change(Records, "nc1", v => v * 1.21)));

        Assert.Equal(4, verdict.Differences.Count);
        Assert.All(verdict.Differences, d => Assert.Equal("outside 0 + 0.2 x |expected|", d.Why));
    }

    [Fact]
    public void TheAbsoluteAndTheRelativePartOfAToleranceAddUp()
    {
        var tolerances = new Dictionary<string, Tolerance> { ["nc1"] = new() { Absolute = 1, Relative = 0.5 } };
        var expected = Records[0].Final.Find("nc1")!.Value;
        List<CellRecord> Shifted(double by) => OtherNumerics([.. Change(Records, "nc1", v => v + by).Take(1), .. Records.Skip(1)]);

        Assert.True(Compare(Shifted(1 + (0.49 * expected)), tolerances: tolerances).Agrees);
        Assert.False(Compare(Shifted(1 + (0.51 * expected)), tolerances: tolerances).Agrees);
    }

    [Fact]
    public void NotANumberAgreesWithItselfAlone()
    {
        var broken = Change(Records, "nc1", _ => double.NaN);
        var snapshot = Snapshot.Parse(SnapshotText.Of(Plan, broken), "file");

        Assert.True(Compare(broken, snapshot).Agrees);
        Assert.True(Compare(OtherNumerics(broken), snapshot).Agrees);
        Assert.Equal(4, Compare(OtherNumerics(Records), snapshot).Differences.Count);
    }

    [Fact]
    public void ACellThatIsNotRecordedIsADifference()
    {
        var verdict = Compare([.. Records.Skip(1)]);

        Assert.Equal((Records[0].Id, "the cell is not recorded"), (Assert.Single(verdict.Differences).CellId, verdict.Differences[0].Why));
    }

    [Fact]
    public void ACellThatTheSnapshotDoesNotHaveIsADifference()
    {
        var snapshot = Snapshot.Of(Plan, [.. Records.Skip(1)]);

        var verdict = Compare(Records, snapshot);

        Assert.Equal((Records[0].Id, "the snapshot does not have this cell"), (Assert.Single(verdict.Differences).CellId, verdict.Differences[0].Why));
    }

    /// <summary>Of an experiment under way the snapshot is that of what is recorded so far.</summary>
    [Fact]
    public void ACellThatNeitherHasIsNoDifferenceAndIsSaid()
    {
        var snapshot = Snapshot.Of(Plan, [.. Records.Skip(1)]);

        var verdict = Compare([.. Records.Skip(1)], snapshot);

        Assert.Equal((true, 1), (verdict.Agrees, verdict.NotThere));
        Assert.EndsWith("; cells neither recorded nor in the snapshot: 1", verdict.Counts, StringComparison.Ordinal);
        Assert.DoesNotContain("neither", Compare(Records).Counts, StringComparison.Ordinal);
    }

    [Fact]
    public void AMetricTooFewAndOneTooManyAreDifferences()
    {
        var row = Records[0].Final;
        MetricRow renamed = new() { Epoch = row.Epoch, Metrics = [new("renamed", row.Metrics[0].Value), .. row.Metrics.Skip(1)] };

        var verdict = Compare([Records[0] with { Epochs = [renamed] }, .. Records.Skip(1)]);

        Assert.Equal(["objective", "renamed"], verdict.Differences.Select(d => d.Metric));
        Assert.Equal(["the metric is not recorded", "the snapshot does not have this metric"], verdict.Differences.Select(d => d.Why));
    }

    [Fact]
    public void TheTableOfDifferencesNamesCellMetricValuesAndToleranceAsMarkdownShowsThem()
    {
        var expected = Records[1].Final.Find("nc1")!.Value;
        var verdict = Compare([Records[0], .. OtherNumerics(Change([Records[1]], "nc1", v => v * 2)), .. Records.Skip(2)]);

        Assert.Equal(
            $"""
            ## synthetic: 1 difference

            {3 * Metrics} values and 6 files compared exactly, 2 values within tolerances, {Metrics - 2} values and 2 files not compared (other numerics, no tolerance).

            | cell | metric or file | expected | got | tolerance |
            | --- | --- | --- | --- | --- |
            | {Records[1].Id} {Plan.Cells[1].Label} | nc1 | {Numbers.Format(expected)} | {Numbers.Format(expected * 2)} | outside 0 + 0.2 x \|expected\| |

            """,
            DifferencesTable.Of("synthetic", verdict),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void AFileOfOtherBytesIsADifferenceOnTheSameNumericsAlone()
    {
        var changed = Records[1] with { Files = new Dictionary<string, string>(Files) { ["metrics.csv"] = Sealing.Sha256("n") } };
        List<CellRecord> records = [Records[0], changed, .. Records.Skip(2)];

        var difference = Assert.Single(Compare(records).Differences);

        Assert.Equal((Records[1].Id, "metrics.csv", "same numerics: every byte must agree"), (difference.CellId, difference.Metric, difference.Why));
        Assert.Equal((Files["metrics.csv"][..12], Sealing.Sha256("n")[..12]), (difference.Expected, difference.Got));
        Assert.True(Compare(OtherNumerics(records)).Agrees);
    }

    [Fact]
    public void AFileTooFewAndOneTooManyAreDifferences()
    {
        var other = new Dictionary<string, string> { ["metrics.csv"] = Files["metrics.csv"], ["curve.csv"] = Sealing.Sha256("v") };

        var verdict = Compare([Records[0] with { Files = other }, .. Records.Skip(1)]);

        Assert.Equal(["cell.json", "curve.csv"], verdict.Differences.Select(d => d.Metric));
        Assert.Equal(["the file is not recorded", "the snapshot does not have this file"], verdict.Differences.Select(d => d.Why));
    }

    [Fact]
    public void WhatIsDamagedIsADifferenceAndNotSaidToBeMissing()
    {
        var error = new DamagedResultException([new("results/metrics.csv:3", "5 fields", "4")], "Restore it.");
        RecordedExperiment found = new() { Plan = Plan, Cells = [.. Records.Skip(1)], Damages = [new(Plan.Cells[0], error), new(null, error)] };

        var verdict = SnapshotComparison.Compare(Snapshot.Parse(Text, "file"), found);

        Assert.Equal([Plan.Cells[0].Id, ""], verdict.Differences.Select(d => d.CellId));
        Assert.All(verdict.Differences, d => Assert.Equal(("results/metrics.csv:3", "5 fields", "4"), (d.Metric, d.Expected, d.Got)));
        Assert.Equal(2, SnapshotComparison.Compare(null, found).Differences.Count);
    }

    [Theory]
    [InlineData("", "synthetic.verified.txt:1: expected a line experiment: NAME, got an empty file.")]
    [InlineData("numerics: 1", "synthetic.verified.txt:1: expected a line experiment: NAME, got numerics: 1.")]
    [InlineData("experiment: a\r\nnumerics: b", "synthetic.verified.txt:1: expected a line that ends with LF, got CR LF;")]
    [InlineData("experiment: a\ncell label", "synthetic.verified.txt:2: expected a line numerics: FINGERPRINT before the first cell, got cell label.")]
    [InlineData("experiment: a\nnumerics: b\ncell", "synthetic.verified.txt:3: expected the id and the label of a cell, got cell.")]
    [InlineData("experiment: a\nnumerics: b\ncell label\n  nc1 0,5", "synthetic.verified.txt:4: expected a metric of a cell and its value, or a file and its hash, got nc1 0,5.")]
    [InlineData("experiment: a\nnumerics: b\n  nc1 0.5", "synthetic.verified.txt:3: expected a metric of a cell and its value, or a file and its hash, got nc1 0.5.")]
    [InlineData("experiment: a\nnumerics: b\ncell label\n  nc1 1\n  nc1 1", "synthetic.verified.txt:5: expected every metric and file of a cell once, got nc1 again.")]
    [InlineData("experiment: a\nnumerics: b\ncell label\n  file m.csv 0123456789AB", "synthetic.verified.txt:4: expected a metric of a cell and its value, or a file and its hash, got file m.csv 0123456789AB.")]
    [InlineData("experiment: a\nnumerics: b\ncell label\n  file m 0123456789ab\n  file m 0123456789ab", "synthetic.verified.txt:5: expected every metric and file of a cell once, got file m again.")]
    public void ADamagedSnapshotIsAnErrorWithItsLine(string text, string message)
    {
        var error = Assert.Throws<UserErrorException>(() => Snapshot.Parse(text, "synthetic.verified.txt"));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    private static SnapshotVerdict Compare(IReadOnlyList<CellRecord> records, Snapshot? snapshot = null, Dictionary<string, Tolerance>? tolerances = null) =>
        SnapshotComparison.Compare(
            snapshot ?? Snapshot.Parse(Text, "synthetic.verified.txt"), new() { Plan = Plan with { Verify = tolerances ?? Plan.Verify }, Cells = records });

    private static List<CellRecord> Change(IReadOnlyList<CellRecord> records, string metric, Func<double, double> change) =>
        [.. records.Select(r => r with { Epochs = [Change(r.Final, metric, change)] })];

    private static MetricRow Change(MetricRow row, string metric, Func<double, double> change) =>
        row with { Metrics = [.. row.Metrics.Select(m => m.Key == metric ? KeyValuePair.Create(m.Key, change(m.Value)) : m)] };

    private static List<CellRecord> OtherNumerics(IReadOnlyList<CellRecord> records) =>
        [.. records.Select(r => r with { Numerics = "another" })];
}
