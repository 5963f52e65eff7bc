using NeuralCollapse.Records;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Synthetic;

/// <summary>Made-up results in a directory of their own, which goes when the test ends.</summary>
public sealed class SyntheticResults : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("collapse-results-");

    public ResultStore Store => new(root.FullName);

    public string Root => root.FullName;

    /// <summary>Publishes an experiment: its plan, cells and summaries.</summary>
    public SyntheticResults With(Plan plan, Func<Cell, CellRecord>? record = null)
    {
        Store.WritePlan(plan);
        foreach (var cell in plan.Cells)
            Publish(plan.Name, (record ?? SyntheticRecord.Of)(cell));
        Summarise(plan);
        return this;
    }

    /// <summary>Writes the summaries of what is published, as a command does at its end.</summary>
    public void Summarise(Plan plan)
    {
        var recorded = Store.ReadPlan(plan.Name);
        Store.WriteSummary(ExperimentSummary.Of(recorded, Store.ReadAll(recorded)));
    }

    /// <summary>Unpublishes a cell.</summary>
    public void Remove(Plan plan, Cell cell)
    {
        Directory.Delete(Store.PathOf(plan.Name, cell.Id), recursive: true);
        Summarise(plan);
    }

    /// <summary>Publishes a cell as a run does.</summary>
    public void Publish(string experiment, CellRecord record)
    {
        using var claim = Store.Claim(experiment);
        claim.Publish(record.Id, ResultStore.WriteCell(claim.Begin(record.Id), record));
    }

    /// <summary>Every file of results below the root with its bytes as text, in alphabetical order.</summary>
    public SortedDictionary<string, string> Files()
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(Root, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != ".lock"))
            files.Add(Path.GetRelativePath(Root, file).Replace('\\', '/'), Convert.ToHexString(File.ReadAllBytes(file)));
        return files;
    }

    public void Dispose() => root.Delete(recursive: true);
}
