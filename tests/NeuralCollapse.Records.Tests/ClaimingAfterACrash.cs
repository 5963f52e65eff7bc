using NeuralCollapse.Specs;
using NeuralCollapse.Synthetic;

namespace NeuralCollapse.Records.Tests;

public sealed class ClaimingAfterACrash : IDisposable
{
    private readonly SyntheticResults results = new();
    private readonly Plan plan = SyntheticExperiment.Plan(losses: 1, mixups: 1, seeds: 1);

    private CellRecord Record => SyntheticRecord.Of(plan.Cells[0]);

    private string Experiment => results.Store.PathOf(plan.Name);

    private string Place => results.Store.PathOf(plan.Name, Record.Id);

    private string Aside => Path.Combine(Experiment, "cells", $".replaced-{Record.Id}");

    public void Dispose() => results.Dispose();

    [Fact]
    public void AFileThatNobodyWritesAnyMoreIsRemoved()
    {
        results.Store.WritePlan(plan);
        File.WriteAllText(Path.Combine(Experiment, ".summary.csv-77.tmp"), "loss,mi");

        results.Store.Claim(plan.Name).Dispose();

        Assert.Equal([".lock", "plan.json"], Directory.GetFiles(Experiment).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AFileThatIsBeingWrittenStays()
    {
        var half = Path.Combine(results.Root, ".summary.csv-77.tmp");
        using var writing = new FileStream(half, FileMode.Create, FileAccess.Write);

        AtomicFile.RemoveHalfWritten(results.Root);

        Assert.True(File.Exists(half));
    }

    [Fact]
    public void AFileThatIsWrittenAgainIsReplaced()
    {
        var file = Path.Combine(results.Root, "a.txt");
        AtomicFile.Write(file, "before\n");

        AtomicFile.Write(file, "é\n");

        Assert.Equal("C3A90A", Convert.ToHexString(File.ReadAllBytes(file)));
        Assert.Equal([file], Directory.GetFiles(results.Root));
    }

    [Fact]
    public void ACellThatComesBackIsInItsPlace()
    {
        results.Publish(plan.Name, Record);
        Directory.Move(Place, Aside);

        results.Store.Claim(plan.Name).Dispose();

        Assert.Equal([Place], Directory.GetFileSystemEntries(Path.GetDirectoryName(Place)!));
    }

    [Fact]
    public void ARecoveryThatFailsLetsGoOfTheExperiment()
    {
        Directory.CreateDirectory(Aside);
        File.WriteAllText(Place, "");

        Assert.ThrowsAny<IOException>(() => results.Store.Claim(plan.Name));
        File.Delete(Place);
        results.Store.Claim(plan.Name).Dispose();

        Assert.True(Directory.Exists(Place));
    }

    [Fact]
    public void WhoCannotNoteThatItIsAtWorkLetsGoOfTheExperiment()
    {
        var holder = Path.Combine(Experiment, ".lock-holder");
        Directory.CreateDirectory(holder);

        Assert.ThrowsAny<Exception>(() => results.Store.Claim(plan.Name));
        Directory.Delete(holder);
        results.Store.Claim(plan.Name).Dispose();

        Assert.Equal([Path.Combine(Experiment, ".lock")], Directory.GetFileSystemEntries(Experiment));
    }

    [Fact]
    public void AHolderThatIsNotKnownIsNotNamed()
    {
        using var first = results.Store.Claim(plan.Name);
        File.Delete(Path.Combine(Experiment, ".lock-holder"));

        var error = Assert.Throws<UserErrorException>(() => results.Store.Claim(plan.Name));

        Assert.Equal(
            $"{Experiment.Replace('\\', '/')}: another command is at work on this experiment.\n" +
            "Let it finish or stop it, then give this command again: what is recorded by then is not trained again.",
            error.Message);
    }

    [Fact]
    public void ACellThatIsBegunAgainBeginsWithoutFiles()
    {
        using var claim = results.Store.Claim(plan.Name);
        ResultStore.WriteCell(claim.Begin(Record.Id), Record);

        claim.Publish(Record.Id, ResultStore.WriteCell(claim.Begin(Record.Id), Record with { Numerics = "again" }));

        Assert.Equal("again", results.Store.Read(plan.Name, Record.Id).Numerics);
    }

    [Fact]
    public void ACellIsReplacedThoughTheOneBeforeCouldNotBeRemoved()
    {
        results.Publish(plan.Name, Record);
        using var claim = results.Store.Claim(plan.Name);
        Directory.CreateDirectory(Path.Combine(Aside, "projections"));

        claim.Publish(Record.Id, ResultStore.WriteCell(claim.Begin(Record.Id), Record with { Numerics = "again" }));

        Assert.Equal("again", results.Store.Read(plan.Name, Record.Id).Numerics);
        Assert.Equal([Place], Directory.GetFileSystemEntries(Path.GetDirectoryName(Place)!));
    }
}
