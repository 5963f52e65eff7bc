using NeuralCollapse.Specs;
using NeuralCollapse.Synthetic;

namespace NeuralCollapse.Records.Tests;

public sealed class ClaimingAnExperiment : IDisposable
{
    private readonly SyntheticResults results = new();
    private readonly Plan plan = SyntheticExperiment.Plan(losses: 1, mixups: 1, seeds: 1);

    private CellRecord Record => SyntheticRecord.Of(plan.Cells[0]);

    private string Cells => Path.Combine(results.Root, plan.Name, "cells");

    public void Dispose() => results.Dispose();

    [Fact]
    public void ACellIsNotPublishedWithAFileThatIsNotAsItWasWritten()
    {
        using var claim = results.Store.Claim(plan.Name);
        var hidden = claim.Begin(Record.Id);
        var written = ResultStore.WriteCell(hidden, Record);
        File.AppendAllText(Path.Combine(hidden, "metrics.csv"), "31,0\n");

        var error = Assert.Throws<DamagedResultException>(() => claim.Publish(Record.Id, written));

        Assert.Contains("metrics.csv: expected what was written, with SHA-256 ", error.Message, StringComparison.Ordinal);
        Assert.False(results.Store.IsRecorded(plan.Name, Record.Id));
    }

    [Fact]
    public void WhoComesSecondIsToldWhoIsAtWork()
    {
        using var first = results.Store.Claim(plan.Name);

        var error = Assert.Throws<UserErrorException>(() => results.Store.Claim(plan.Name));

        Assert.Contains(
            $"{plan.Name}: another command is at work on this experiment (process {Environment.ProcessId} on {Environment.MachineName}).\nLet it finish",
            error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherExperimentCanBeClaimedMeanwhileAndTheSameOneAfterwards()
    {
        using (results.Store.Claim(plan.Name))
            results.Store.Claim("another").Dispose();

        results.Store.Claim(plan.Name).Dispose();

        Assert.Equal([Path.Combine(results.Root, plan.Name, ".lock")], Directory.GetFiles(Path.Combine(results.Root, plan.Name)));
    }

    [Fact]
    public void WhoIsRefusedLeavesTheHalfWrittenCellsOfTheOther()
    {
        using var first = results.Store.Claim(plan.Name);
        var hidden = first.Begin(Record.Id);

        Assert.Throws<UserErrorException>(() => results.Store.Claim(plan.Name));

        Assert.True(Directory.Exists(hidden));
    }

    [Fact]
    public void ADirectoryThatWasDeletedIsNotMadeAgainByWhoWritesIntoIt()
    {
        using var claim = results.Store.Claim(plan.Name);
        var hidden = claim.Begin(Record.Id);
        Directory.Delete(hidden, recursive: true);

        Assert.Throws<DirectoryNotFoundException>(() => ResultStore.WriteCell(hidden, Record));

        Assert.Empty(Directory.GetFileSystemEntries(Cells));
    }

    [Theory]
    [InlineData("cell.json")]
    [InlineData("environment.json")]
    [InlineData("lambda.csv")]
    [InlineData("projections/epoch-0030.csv")]
    public void ACellThatIsNotWholeIsNotPublished(string missing)
    {
        using var claim = results.Store.Claim(plan.Name);
        var hidden = claim.Begin(Record.Id);
        var written = ResultStore.WriteCell(hidden, Record);
        File.Delete(Path.Combine(hidden, missing));

        var error = Assert.Throws<UserErrorException>(() => claim.Publish(Record.Id, written));

        Assert.Contains($"got a difference in {missing}.", error.Message, StringComparison.Ordinal);
        Assert.False(results.Store.IsRecorded(plan.Name, Record.Id));
    }

    [Fact]
    public void ACellOfWhichNothingWasWrittenIsNotPublished()
    {
        using var claim = results.Store.Claim(plan.Name);
        claim.Begin(Record.Id);

        Assert.Throws<UserErrorException>(() => claim.Publish(Record.Id, []));

        Assert.False(results.Store.IsRecorded(plan.Name, Record.Id));
    }

    [Fact]
    public void BetweenTheTwoRenamesOfAReplacementTheOldCellIsRead()
    {
        results.Publish(plan.Name, Record);
        Directory.Move(results.Store.PathOf(plan.Name, Record.Id), Path.Combine(Cells, ".replaced-" + Record.Id));

        Assert.True(results.Store.IsRecorded(plan.Name, Record.Id));
        Assert.Equal([Record.Id], results.Store.RecordedCells(plan).Keys);
        Assert.Equal(Record.Label, results.Store.Read(plan.Name, Record.Id).Label);
    }

    [Fact]
    public async Task WhoReadsACellThatIsReplacedAgainAndAgainReadsFilesOfOneRunOnly()
    {
        results.Publish(plan.Name, Run(0));
        var replacing = Task.Run(() =>
        {
            for (var run = 1; run < 60; run++)
                results.Publish(plan.Name, Run(run));
        });

        while (!replacing.IsCompleted)
        {
            var read = results.Store.Read(plan.Name, Record.Id);
            Assert.Equal(Run(read.Environment.Started.Minute).Numerics, read.Numerics);
            Assert.Equal([Record.Id], results.Store.RecordedCells(plan).Keys);
        }

        await replacing;
    }

    private CellRecord Run(int number) => Record with { Numerics = $"run {number}", Environment = SyntheticRecord.Environment(seed: number) };
}
