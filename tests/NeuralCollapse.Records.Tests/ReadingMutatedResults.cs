using System.Text;
using NeuralCollapse.Specs;
using NeuralCollapse.Synthetic;

namespace NeuralCollapse.Records.Tests;

public sealed class ReadingMutatedResults : IDisposable
{
    private readonly SyntheticResults results = new();
    private readonly Plan plan = SyntheticExperiment.Plan(losses: 1, mixups: 1, seeds: 1);

    public ReadingMutatedResults() => results.With(plan);

    public void Dispose() => results.Dispose();

    /// <summary>Whether by accident, where no hash fits, or by somebody who makes all of them fit, so that what is behind them is reached.</summary>
    [Theory]
    [InlineData("cell.json", true)]
    [InlineData("metrics.csv", false)]
    [InlineData("metrics.csv", true)]
    [InlineData("lambda.csv", true)]
    [InlineData("reliability.csv", true)]
    [InlineData("projections/epoch-0030.csv", true)]
    [InlineData("environment.json", true)]
    [InlineData("summary.json", false)]
    [InlineData("summary.json", true)]
    [InlineData("../../plan.json", false)]
    [InlineData("../../plan.json", true)]
    public void OfEveryFile(string file, bool sealedAgain)
    {
        var cell = results.Store.PathOf(plan.Name, plan.Cells[0].Id);
        var path = Path.GetFullPath(Path.Combine(cell, file));
        string[] sealedFiles = [path, Path.Combine(cell, "summary.json"), Path.Combine(cell, "environment.json")];
        var before = sealedFiles.Distinct().ToDictionary(name => name, File.ReadAllBytes);
        new Mutants(10).AssertReadOrRefused([File.ReadAllBytes(path)], bytes =>
        {
            foreach (var (name, content) in before)
                File.WriteAllBytes(name, content);
            File.WriteAllBytes(path, sealedAgain && file.EndsWith(".json", StringComparison.Ordinal) ? Encoding.UTF8.GetBytes(Sealing.Sealed(Encoding.UTF8.GetString(bytes))) : bytes);
            if (sealedAgain)
                Sealing.Cell(cell);
            results.Store.ReadAll(results.Store.ReadPlan(plan.Name));
        }, isText: true);
    }
}
