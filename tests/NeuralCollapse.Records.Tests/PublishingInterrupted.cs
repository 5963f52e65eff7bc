using System.Collections;
using NeuralCollapse.Specs;
using NeuralCollapse.Synthetic;

namespace NeuralCollapse.Records.Tests;

public sealed class PublishingInterrupted : IDisposable
{
    private readonly SyntheticResults results = new();
    private readonly Plan plan = SyntheticExperiment.Plan(losses: 1, mixups: 1, seeds: 1);

    private CellRecord Record => SyntheticRecord.Of(plan.Cells[0]);

    private string Cells => Path.Combine(results.Root, plan.Name, "cells");

    public void Dispose() => results.Dispose();

    [Fact]
    public void AFailureAfterSomeFilesLeavesNothing()
    {
        var failing = Record with { Projections = new FailingList<Projection>() };

        Assert.Throws<IOException>(() => results.Publish(plan.Name, failing));

        Assert.False(results.Store.IsRecorded(plan.Name, failing.Id));
        Assert.Empty(Directory.GetFileSystemEntries(Cells));
    }

    [Fact]
    public void AFailureWhileReplacingLeavesTheOldCell()
    {
        results.Publish(plan.Name, Record);
        var before = results.Files();

        Assert.Throws<IOException>(() => results.Publish(plan.Name, Record with { Projections = new FailingList<Projection>() }));

        Assert.Equal(before, results.Files());
    }

    [Fact]
    public void PublishingAgainReplacesEveryFile()
    {
        results.Publish(plan.Name, Record);

        results.Publish(plan.Name, Record with { Projections = [], Numerics = "another" });

        Assert.Equal("another", results.Store.Read(plan.Name, Record.Id).Numerics);
        Assert.Empty(results.Store.Read(plan.Name, Record.Id).Projections);
        Assert.Equal([results.Store.PathOf(plan.Name, Record.Id)], Directory.GetFileSystemEntries(Cells));
    }

    [Fact]
    public void RecoveringDeletesHalfWrittenCells()
    {
        results.Publish(plan.Name, Record);
        Directory.CreateDirectory(Path.Combine(Cells, ".publishing-0123456789ab-77"));
        File.WriteAllText(Path.Combine(Cells, ".publishing-0123456789ab-77", "metrics.csv"), "epoch,nc");

        results.Store.Claim(plan.Name).Dispose();

        Assert.Equal([Record.Id], results.Store.RecordedCells(plan).Keys);
        Assert.Single(Directory.GetFileSystemEntries(Cells));
    }

    [Fact]
    public void RecoveringBringsBackACellWhoseReplacementNeverCame()
    {
        results.Publish(plan.Name, Record);
        Directory.Move(results.Store.PathOf(plan.Name, Record.Id), Path.Combine(Cells, ".replaced-" + Record.Id));

        results.Store.Claim(plan.Name).Dispose();

        Assert.Equal(Record.Label, results.Store.Read(plan.Name, Record.Id).Label);
    }

    [Fact]
    public void RecoveringDropsTheOldCellWhenItsReplacementIsThere()
    {
        results.Publish(plan.Name, Record);
        Directory.CreateDirectory(Path.Combine(Cells, ".replaced-" + Record.Id));

        results.Store.Claim(plan.Name).Dispose();

        Assert.Equal([results.Store.PathOf(plan.Name, Record.Id)], Directory.GetFileSystemEntries(Cells));
    }

    [Fact]
    public void AnIdThatIsNotTheHashOfTheCellIsRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => results.Publish(plan.Name, Record with { Id = "0123456789ab" }));

        Assert.Contains($"hashes to {Record.Id}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatCannotBePutInPlaceLeavesTheDirectoryAsItWas()
    {
        var taken = Path.Combine(results.Root, "plan.json");
        Directory.CreateDirectory(taken);

        Assert.ThrowsAny<Exception>(() => AtomicFile.Write(taken, "{}\n"));

        Assert.Equal([taken], Directory.GetFileSystemEntries(results.Root));
    }

    private sealed class FailingList<T> : IReadOnlyList<T>
    {
        public int Count => throw new IOException("No space left on device");

        public T this[int index] => throw new IOException("No space left on device");

        public IEnumerator<T> GetEnumerator() => throw new IOException("No space left on device");

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
