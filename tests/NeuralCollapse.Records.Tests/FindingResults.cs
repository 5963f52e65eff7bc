using NeuralCollapse.Specs;
using NeuralCollapse.Synthetic;

namespace NeuralCollapse.Records.Tests;

public sealed class FindingResults : IDisposable
{
    private readonly SyntheticResults results = new();
    private readonly Plan plan = SyntheticExperiment.Plan(losses: 1, mixups: 2, seeds: 1);

    public void Dispose() => results.Dispose();

    [Fact]
    public void WhereNothingWasEverWrittenThereIsNoExperiment() =>
        Assert.Empty(new ResultStore(Path.Combine(results.Root, "nowhere")).Experiments());

    [Fact]
    public void ExperimentsAreWhatHasAPlanOrCellsInAlphabeticalOrder()
    {
        foreach (var name in new[] { "c", "a", "d" })
            results.Store.WritePlan(plan with { Name = name });
        Directory.CreateDirectory(Path.Combine(results.Root, "b", "cells"));
        Directory.CreateDirectory(Path.Combine(results.Root, "neither"));

        Assert.Equal(["a", "b", "c", "d"], results.Store.Experiments());
    }

    [Theory]
    [InlineData("plan.json", false)]
    [InlineData("summary.csv", true)]
    [InlineData("summary.json", true)]
    [InlineData("cells/0123456789ab/cell.json", true)]
    [InlineData("cells/.replaced-0123456789ab/cell.json", true)]
    [InlineData("cells/.publishing-0123456789ab-77/cell.json", false)]
    public void AResultIsAPublishedCellOrASummary(string file, bool isOne)
    {
        AtomicFile.Write(Path.Combine(results.Store.PathOf(plan.Name), file), "{}\n");

        Assert.Equal(isOne, results.Store.HasResults(plan.Name));
    }

    [Fact]
    public void OfACellThatThePlanDoesNotHaveNothingButWhatWasTrainedIsRead()
    {
        results.With(plan);
        File.Delete(FileOf(plan.Cells[1], "metrics.csv"));

        var recorded = results.Store.RecordedCells(plan with { Cells = [plan.Cells[0]] });

        Assert.Equal(plan.Cells.Select(c => c.Id).Order(StringComparer.Ordinal), recorded.Keys);
        Assert.Equal(new RecordedCell(plan.Cells[1].CanonicalJson), recorded[plan.Cells[1].Id]);
    }

    [Fact]
    public void EveryRecordedCellThatIsDamagedIsNamed()
    {
        results.With(plan);
        File.Delete(FileOf(plan.Cells[0], "metrics.csv"));
        File.Delete(FileOf(plan.Cells[1], "environment.json"));

        var faults = Assert.Throws<DamagedResultException>(() => results.Store.RecordedCells(plan)).Faults;

        string[] missing = [FileOf(plan.Cells[0], "metrics.csv"), FileOf(plan.Cells[1], "environment.json")];
        Assert.Equal(
            missing.Select(file => $"{file.Replace('\\', '/')}: expected this result file, got none.").Order(StringComparer.Ordinal),
            faults.Select(fault => $"{fault}").Order(StringComparer.Ordinal));
    }

    private string FileOf(Cell cell, string file) => Path.Combine(results.Store.PathOf(plan.Name, cell.Id), file);
}
