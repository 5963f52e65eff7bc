using NeuralCollapse.Specs;
using NeuralCollapse.Synthetic;

namespace NeuralCollapse.Records.Tests;

/// <summary>Cells whose hashes fit, but whose files do not say the same or are not those of a cell.</summary>
public sealed class ReadingFilesThatDoNotFit : IDisposable
{
    private readonly SyntheticResults results = new();
    private readonly Plan plan = SyntheticExperiment.Plan(losses: 1, mixups: 1, seeds: 1);
    private readonly string directory;

    public ReadingFilesThatDoNotFit()
    {
        MetricRow last = new() { Epoch = 30, Metrics = [new("nc1", 0.5), new("nc2", 0.25)] };
        results.With(plan, cell => SyntheticRecord.Of(cell) with { Epochs = [last], Curve = SyntheticRunning.Curve(3) });
        directory = results.Store.PathOf(plan.Name, plan.Cells[0].Id);
    }

    public void Dispose() => results.Dispose();

    [Theory]
    [InlineData("curve.csv", "\n2,", "\n3,", "curve.csv:3: expected epoch 2 in column epoch, got '3'")]
    [InlineData(
        "summary.json", "0.5,\n    \"nc2\": 0.25", "0.5", "summary.json: metrics: expected the columns of metrics.csv in their order, got another at the end")]
    [InlineData(
        "summary.json", "\"files\": {\n", "\"files\": {\n    \"../../plan.json\": \"0000000000000000000000000000000000000000000000000000000000000000\",\n",
        "../../plan.json: expected this result file, got none")]
    public void WhatIsWrongIsNamed(string file, string old, string replacement, string fault)
    {
        Change(file, old, replacement);

        AssertDamage(fault);
    }

    [Fact]
    public void TheHashOfWhatIsMeasuredMustBeThatOfTheCell()
    {
        var measured = CanonicalJson.MeasuredHash(plan.Cells[0].CanonicalJson);
        Change("summary.json", measured, "another");

        AssertDamage($"summary.json: measured: expected the hash of what cell.json says is measured, {measured}, got \"another\"");
    }

    [Theory]
    [InlineData("epoch-30.csv")]
    [InlineData("epoch-+030.csv")]
    [InlineData("epoch-0030.old.csv")]
    [InlineData("last.csv")]
    public void AProjectionMustBeNamedAfterItsEpoch(string name)
    {
        File.Move(Path.Combine(directory, "projections", "epoch-0030.csv"), Path.Combine(directory, "projections", name));
        Change("summary.json", "epoch-0030.csv", name);

        AssertDamage($"projections/{name}: the name of the file: expected an epoch, such as epoch-0030.csv, got {name}");
    }

    [Fact]
    public void FilesThatAreNoneOfTheCellAreNamedInAlphabeticalOrder()
    {
        string[] names = ["a.txt", "b.txt", "c.txt"];
        foreach (var name in names)
            File.WriteAllText(Path.Combine(directory, name), "");

        AssertDamage([.. names.Select(name => $"{name}: expected no such file, for summary.json does not list it, got one")]);
    }

    private void Change(string file, string old, string replacement)
    {
        var text = File.ReadAllText(Path.Combine(directory, file));
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(directory, file), text.Replace(old, replacement, StringComparison.Ordinal));
        Sealing.Cell(directory);
    }

    private void AssertDamage(params string[] faults)
    {
        var folder = directory.Replace('\\', '/');
        Assert.Equal(
            string.Concat(faults.Select(fault => $"{folder}/{fault}.\n")) +
            $"Restore it from version control, or delete the directory {folder} and reproduce the experiment: only this cell is trained again.",
            Assert.Throws<DamagedResultException>(() => results.Store.Read(plan.Name, plan.Cells[0].Id)).Message);
    }
}
