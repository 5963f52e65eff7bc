using NeuralCollapse.Specs;
using NeuralCollapse.Synthetic;

namespace NeuralCollapse.Records.Tests;

/// <summary>What an experiment stated, in its plan and in its cells, and whether that was before they ran.</summary>
public sealed class StatingBeforehand : IDisposable
{
    private const string Json = """
        {
          "predictions": [{ "at-most": 0.5, "margin": 0.1, "metric": "nc1", "name": "falls", "says": "It falls", "testable": [{ "at-least": 0.9, "metric": "train-accuracy" }],
            "points": [{ "of": { "loss": "cross-entropy", "mixup": "mixup(alpha=1)" }, "against": { "loss": "cross-entropy", "mixup": "none" } }] }],
          "analyses": [{ "factors": ["loss", "mixup"], "metric": "nc1", "scale": "logarithmic", "points": [{ "of": { "loss": "cross-entropy", "mixup": "none" } }] }]
        }
        """;

    private static readonly StatedPredictions Stated = StatedPredictions.Read(Json);
    private static readonly DateTimeOffset Noon = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    private readonly SyntheticResults results = new();

    public void Dispose() => results.Dispose();

    [Fact]
    public void APlanIsReadBackWithWhatItStates()
    {
        var plan = SyntheticExperiment.Plan() with { Stated = Stated };
        results.Store.WritePlan(plan);

        var read = results.Store.ReadPlan(plan.Name).Stated;

        Assert.Equal(Stated.Hash, read.Hash);
        Assert.Equal(Stated.Json().ToJsonString(), read.Json().ToJsonString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("0123456789abcdef")]
    public void ACellIsReadBackWithWhatWasStatedWhenItBegan(string? commit)
    {
        var plan = SyntheticExperiment.Plan(losses: 1, mixups: 1, seeds: 1);
        var statement = new Statement(Stated.Hash!, commit, commit is null ? null : Noon);
        results.Store.WritePlan(plan);
        results.Publish(plan.Name, SyntheticRecord.Of(plan.Cells[0]) with { Environment = SyntheticRecord.Environment(0) with { Stated = statement } });

        Assert.Equal(statement, results.Store.Read(plan.Name, plan.Cells[0].Id).Environment.Stated);
        Assert.Equal([statement], results.Store.ReadEnvironments(RecordedPlan.Of(plan)).Select(environment => environment.Stated));
    }

    [Fact]
    public void NothingStatedHasNoTiming() => Assert.Null(StatementTiming.Of(StatedPredictions.None, [Cell(Noon, null)]));

    [Fact]
    public void BeforeAnyCellRanThatIsSaid() => Assert.Equal($"predictions {Stated.Hash}: stated, not run yet", $"{StatementTiming.Of(Stated, [])}");

    [Fact]
    public void StatedBeforehandIsToldWithCommitAndTimes() => Assert.Equal(
        $"predictions {Stated.Hash}: stated in commit 0123456 of 2026-01-31 11:00 UTC, first run 2026-01-31 12:00 UTC",
        $"{StatementTiming.Of(Stated, [Cell(Noon.AddHours(1), Committed(-1)), Cell(Noon, Committed(-1))])}");

    [Fact]
    public void APredictionThatIsChangedAfterwardsIsCalledSo() => Assert.Equal(
        $"predictions {Stated.Hash}: stated in commit 0123456 of 2026-01-31 11:00 UTC, first run since 2026-01-31 12:00 UTC; CHANGED AFTER 2 of 3 cells had begun",
        $"{StatementTiming.Of(Stated, [Cell(Noon, Committed(-1)), Cell(Noon.AddHours(-2), Committed(-3) with { Hash = "another" }), Cell(Noon.AddHours(-2), null)])}");

    [Fact]
    public void WhereNoCellRanUnderItNoFirstRunIsTold() => Assert.Equal(
        $"predictions {Stated.Hash}: stated; CHANGED AFTER 2 of 2 cells had begun",
        $"{StatementTiming.Of(Stated, [Cell(Noon, null), Cell(Noon, Committed(-1) with { Hash = "another" })])}");

    /// <summary>Git knows seconds, so that a commit and the run that follows it may have one time.</summary>
    [Fact]
    public void CommittedWhenTheCellBeganIsBeforehand() => Assert.Equal(0, StatementTiming.Of(Stated, [Cell(Noon, Committed(0))])!.Uncommitted);

    [Fact]
    public void APredictionThatWasNotCommittedWhenACellBeganIsCalledSo() => Assert.EndsWith(
        "; not committed when 2 of 3 cells began",
        $"{StatementTiming.Of(Stated, [Cell(Noon, Committed(-1)), Cell(Noon, new(Stated.Hash!, null, null)), Cell(Noon, Committed(1))])}", StringComparison.Ordinal);

    private static Statement Committed(int hours) => new(Stated.Hash!, "0123456789abcdef", Noon.AddHours(hours));

    private static RunEnvironment Cell(DateTimeOffset started, Statement? stated) => SyntheticRecord.Environment(0) with { Started = started, Stated = stated };
}
