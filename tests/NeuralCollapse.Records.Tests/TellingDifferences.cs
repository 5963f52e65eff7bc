using NeuralCollapse.Specs;
using NeuralCollapse.Synthetic;

namespace NeuralCollapse.Records.Tests;

/// <summary>What the report of a difference says, field by field.</summary>
public sealed class TellingDifferences
{
    private const string Hash = "0123456789ab", OtherHash = "ba9876543210";

    private readonly RecordedPlan plan;
    private readonly CellRecord record;

    public TellingDifferences()
    {
        var planned = SyntheticExperiment.Plan(losses: 1, mixups: 1, seeds: 1);
        plan = RecordedPlan.Of(planned);
        record = Measured(SyntheticRecord.Of(planned.Cells[0]), "nc1", 0.5);
    }

    [Fact]
    public void ACellIsTheDifferenceWhereOneOfBothLacksIt()
    {
        Assert.Equal([Difference("", "a cell", "-", "the cell is not recorded")], Compare([record], []).Differences);
        Assert.Equal([Difference("", "-", "a cell", "the snapshot does not have this cell")], Compare([], [record]).Differences);
    }

    [Fact]
    public void AMetricThatOneOfBothLacksIsToldWithTheValueOfTheOther()
    {
        var verdict = Compare([record], [Measured(record, "cdnv", 0.25)]);

        Assert.Equal(
            [Difference("nc1", "0.5", "-", "the metric is not recorded"), Difference("cdnv", "-", "0.25", "the snapshot does not have this metric")],
            verdict.Differences);
    }

    [Fact]
    public void AFileThatOneOfBothLacksIsToldWithTheHashOfTheOtherAndNotCountedAsCompared()
    {
        var expected = record with { Files = new Dictionary<string, string> { ["metrics.csv"] = Hash, ["cell.json"] = Hash } };
        var got = record with { Files = new Dictionary<string, string> { ["metrics.csv"] = Hash, ["curve.csv"] = OtherHash } };

        var verdict = Compare([expected], [got]);

        Assert.Equal(
            [Difference("cell.json", Hash, "-", "the file is not recorded"), Difference("curve.csv", "-", OtherHash, "the snapshot does not have this file")],
            verdict.Differences);
        Assert.Equal(1, verdict.FilesCompared);
    }

    [Fact]
    public void AnEndThatIsNotThatOfTheSnapshotIsToldOnOtherNumericsToo()
    {
        var diverged = record with { Numerics = "elsewhere", Files = new Dictionary<string, string> { ["diverged.json"] = Hash } };

        var verdict = Compare([record], [diverged]);

        Assert.Equal(
            [Difference("", "one to the last epoch", "a training that diverged", "on other numerics, too, it must end alike")], verdict.Differences);
    }

    [Fact]
    public void DamageOfACellIsToldWithTheCellAndDamageOfTheExperimentWithWhatItFollowsFrom()
    {
        DamagedResultException error = new([new("metrics.csv:3", "5 fields", "4")], "Restore it.");
        RecordedExperiment found = new() { Plan = plan, Cells = [], Damages = [new(plan.Cells[0], error), new(null, error)] };

        var verdict = SnapshotComparison.Compare(null, found);

        Assert.Equal(
            [
                Difference("metrics.csv:3", "5 fields", "4", "not as it was written"),
                Difference("metrics.csv:3", "5 fields", "4", "not what follows from the spec and the cells") with { CellId = "", CellLabel = "" },
            ],
            verdict.Differences);
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(0, 1e-9, false)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity, true)]
    [InlineData(double.PositiveInfinity, 0.5, false)]
    [InlineData(0.5, double.PositiveInfinity, false)]
    public void WithARelativeToleranceZeroAndInfinityAgreeWithThemselvesAlone(double expected, double got, bool agrees)
    {
        var verdict = Compare([Measured(record, "nc1", expected)], [Measured(record, "nc1", got) with { Numerics = "elsewhere" }]);

        Assert.Equal((agrees, 1), (verdict.Agrees, verdict.ComparedWithinTolerance));
    }

    [Fact]
    public void TheTableCountsItsLines()
    {
        var table = DifferencesTable.Of("synthetic", Compare([record], [Measured(record, "cdnv", 0.25)]));

        Assert.StartsWith("## synthetic: 2 differences\n\n", table, StringComparison.Ordinal);
    }

    [Fact]
    public void TheTextListsFilesInAlphabeticalOrder()
    {
        var files = new Dictionary<string, string> { ["metrics.csv"] = Hash, ["cell.json"] = Hash, ["projections/epoch-0001.csv"] = Hash };

        var text = SnapshotText.Of(plan, [record with { Files = files }]);

        Assert.EndsWith($"\n  file cell.json {Hash}\n  file metrics.csv {Hash}\n  file projections/epoch-0001.csv {Hash}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileBeforeAnyCellIsAnErrorWithARemedy()
    {
        var error = Assert.Throws<UserErrorException>(() => Snapshot.Parse($"experiment: a\nnumerics: b\n  file metrics.csv {Hash}", "a.verified.txt"));

        Assert.Equal(
            $"a.verified.txt:3: expected a metric of a cell and its value, or a file and its hash, got file metrics.csv {Hash}. " +
            "Restore the snapshot from version control, or accept a new one.",
            error.Message);
    }

    private SnapshotVerdict Compare(IReadOnlyList<CellRecord> expected, IReadOnlyList<CellRecord> got) =>
        SnapshotComparison.Compare(Snapshot.Of(plan, expected), new() { Plan = plan, Cells = got });

    private SnapshotDifference Difference(string metric, string expected, string got, string why) =>
        new() { CellId = record.Id, CellLabel = "loss=cross-entropy mixup=none seed=0", Metric = metric, Expected = expected, Got = got, Why = why };

    private static CellRecord Measured(CellRecord record, string metric, double value) =>
        record with { Epochs = [new() { Epoch = 30, Metrics = [KeyValuePair.Create(metric, value)] }] };
}
