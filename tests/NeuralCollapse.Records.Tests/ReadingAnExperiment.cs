using NeuralCollapse.Specs;
using NeuralCollapse.Synthetic;

namespace NeuralCollapse.Records.Tests;

/// <summary>Its cells together with its own files: plan.json and the summaries.</summary>
public sealed class ReadingAnExperiment : IDisposable
{
    private const string Remedy =
        "Restore it from version control, or reproduce the experiment synthetic: that writes it again and trains only what is missing.";

    private readonly SyntheticResults results = new();
    private readonly Plan plan = SyntheticExperiment.Plan(losses: 1, mixups: 2, seeds: 1);

    private RecordedExperiment Read => results.Store.ReadExperiment(RecordedPlan.Of(plan));

    public void Dispose() => results.Dispose();

    [Fact]
    public void WhatIsAsItWasWrittenHasNoDamage()
    {
        results.With(plan);

        Assert.Empty(Read.Damages);
        Assert.Equal(plan.Cells.Select(c => c.Id), Read.RequireWhole().Select(c => c.Id));
    }

    [Theory]
    [InlineData("summary.csv")]
    [InlineData("summary.json")]
    public void ASummaryThatIsNotThatOfTheCellsIsNamed(string file)
    {
        results.With(plan);
        var (hash, other) = Append(file);

        AssertDamage($"{file}: expected the summary of the recorded cells, with SHA-256 {hash}, got other text, with SHA-256 {other}.\n{Remedy}");
    }

    [Fact]
    public void APlanThatIsNotThatOfTheSpecIsNamedAndNoSummaryWithIt()
    {
        results.With(plan);
        Append("summary.csv");
        var hash = HashOf("plan.json");
        results.Store.WritePlan(plan with { Title = "Another" });

        AssertDamage($"plan.json: expected the plan of the spec, with SHA-256 {hash}, got other text, with SHA-256 {HashOf("plan.json")}.\n{Remedy}");
    }

    [Fact]
    public void APlanThatIsNotAsItWasWrittenIsNamed()
    {
        results.With(plan);
        File.WriteAllText(At("plan.json"), File.ReadAllText(At("plan.json")).Replace("\"claim\"", "\"claims\"", StringComparison.Ordinal));

        var message = Assert.Single(Read.Damages).Error.Message;

        Assert.Contains("/plan.json: sha256: expected a file as it was written, with SHA-256 ", message, StringComparison.Ordinal);
        Assert.EndsWith($".\n{Remedy}", message, StringComparison.Ordinal);
    }

    [Fact]
    public void NoSummaryIsComparedWhereACellIsDamaged()
    {
        results.With(plan);
        File.AppendAllText(Path.Combine(results.Store.PathOf(plan.Name, plan.Cells[0].Id), "metrics.csv"), "31,0\n");

        Assert.Equal(plan.Cells[0].Id, Assert.Single(Read.Damages).Cell!.Id);
        Assert.Equal(plan.Cells[1].Id, Assert.Single(Read.Cells).Id);
    }

    [Fact]
    public void ASummaryMayBeBehindWhileACommandIsAtWork()
    {
        results.With(plan);
        Append("summary.csv");

        using (results.Store.Claim(plan.Name))
            Assert.Empty(Read.Damages);

        Assert.Single(Read.Damages);
    }

    [Theory]
    [InlineData("summary.csv")]
    [InlineData("summary.json")]
    public void ASummaryOfNoCellsIsNamed(string file)
    {
        results.Store.WritePlan(plan);
        File.WriteAllText(At(file), "\n");

        AssertDamage($"{file}: expected no such file, for no cell is recorded, got one.\n{Remedy}");
    }

    [Fact]
    public void TheSummariesGoWithTheLastCell()
    {
        results.With(plan);

        foreach (var cell in plan.Cells)
            results.Remove(plan, cell);

        Assert.Equal([At(".lock"), At("plan.json")], Directory.GetFiles(At("")).Order(StringComparer.Ordinal));
        Assert.Empty(Read.Damages);
    }

    [Fact]
    public void APointThatLacksAnAxisHasAnEmptyFieldInTheSummary()
    {
        var uneven = plan with { Cells = [plan.Cells[0], plan.Cells[1] with { Axes = [plan.Cells[1].Axes[0]] }] };

        results.With(uneven, cell => SyntheticRecord.Of(cell) with { Epochs = [new() { Epoch = 30, Metrics = [new("nc1", 0.125)] }] });

        Assert.Equal("loss,mixup,metric,n,mean,std\ncross-entropy,none,nc1,1,0.125,\ncross-entropy,,nc1,1,0.125,\n", File.ReadAllText(At("summary.csv")));
    }

    private string At(string file) => Path.Combine(results.Store.PathOf(plan.Name), file);

    private string HashOf(string file) => Sealing.Sha256(File.ReadAllText(At(file)))[..12];

    private (string Before, string After) Append(string file)
    {
        var before = HashOf(file);
        File.AppendAllText(At(file), "more\n");
        return (before, HashOf(file));
    }

    private void AssertDamage(string message)
    {
        var damage = Assert.Single(Read.Damages);
        Assert.Null(damage.Cell);
        Assert.Equal($"{results.Root.Replace('\\', '/')}/{plan.Name}/{message}", damage.Error.Message);
    }
}
