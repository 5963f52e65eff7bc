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
    public void Who_comes_second_is_told_who_is_at_work()
    {
        using var first = results.Store.Claim(plan.Name);

        var mistake = Assert.Throws<UserMistakeException>(() => results.Store.Claim(plan.Name));

        Assert.Contains(
            $"{plan.Name}: another command is at work on this experiment (process {Environment.ProcessId} on {Environment.MachineName}).\nLet it finish",
            mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_experiment_can_be_claimed_meanwhile_and_the_same_one_afterwards()
    {
        using (results.Store.Claim(plan.Name))
            results.Store.Claim("another").Dispose();

        results.Store.Claim(plan.Name).Dispose();

        Assert.Equal([Path.Combine(results.Root, plan.Name, ".lock")], Directory.GetFiles(Path.Combine(results.Root, plan.Name)));
    }

    [Fact]
    public void Who_is_refused_leaves_the_half_written_cells_of_the_other()
    {
        using var first = results.Store.Claim(plan.Name);
        var hidden = first.Begin(Record.Id);

        Assert.Throws<UserMistakeException>(() => results.Store.Claim(plan.Name));

        Assert.True(Directory.Exists(hidden));
    }

    [Fact]
    public void A_directory_that_was_deleted_is_not_made_again_by_who_writes_into_it()
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
    public void A_cell_that_is_not_whole_is_not_published(string missing)
    {
        using var claim = results.Store.Claim(plan.Name);
        var hidden = claim.Begin(Record.Id);
        var written = ResultStore.WriteCell(hidden, Record);
        File.Delete(Path.Combine(hidden, missing));

        var mistake = Assert.Throws<UserMistakeException>(() => claim.Publish(Record.Id, written));

        Assert.Contains($"got a difference in {missing}.", mistake.Message, StringComparison.Ordinal);
        Assert.False(results.Store.IsRecorded(plan.Name, Record.Id));
    }

    [Fact]
    public void A_cell_of_which_nothing_was_written_is_not_published()
    {
        using var claim = results.Store.Claim(plan.Name);
        claim.Begin(Record.Id);

        Assert.Throws<UserMistakeException>(() => claim.Publish(Record.Id, []));

        Assert.False(results.Store.IsRecorded(plan.Name, Record.Id));
    }

    [Fact]
    public void Between_the_two_renames_of_a_replacement_the_old_cell_is_read()
    {
        results.Publish(plan.Name, Record);
        Directory.Move(results.Store.PathOf(plan.Name, Record.Id), Path.Combine(Cells, ".replaced-" + Record.Id));

        Assert.True(results.Store.IsRecorded(plan.Name, Record.Id));
        Assert.Equal([Record.Id], results.Store.RecordedCells(plan.Name).Keys);
        Assert.Equal(Record.Label, results.Store.Read(plan.Name, Record.Id).Label);
    }

    [Fact]
    public async Task Who_reads_a_cell_that_is_replaced_again_and_again_reads_files_of_one_run_only()
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
            Assert.Equal([Record.Id], results.Store.RecordedCells(plan.Name).Keys);
        }

        await replacing;
    }

    private CellRecord Run(int number) => Record with { Numerics = $"run {number}", Environment = SyntheticRecord.Environment(seed: number) };
}
