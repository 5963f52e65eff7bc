using System.Diagnostics;
using NeuralCollapse.Specs;
using NeuralCollapse.Synthetic;

namespace NeuralCollapse.Records.Tests;

public sealed class MeetingAReplacement : IDisposable
{
    private readonly SyntheticResults results = new();
    private readonly Plan plan = SyntheticExperiment.Plan(losses: 1, mixups: 1, seeds: 1);

    private CellRecord Record => SyntheticRecord.Of(plan.Cells[0]);

    public void Dispose() => results.Dispose();

    /// <summary>A pipe in the place of a file keeps the reader waiting while the cell is replaced, and then gives it what no cell holds.</summary>
    [Fact]
    public async Task WhoReadsSomethingDamagedOfACellThatIsReplacedMeanwhileReadsTheNewOne()
    {
        if (OperatingSystem.IsWindows())
            return;
        results.Publish(plan.Name, Record);
        var file = Path.Combine(results.Store.PathOf(plan.Name, Record.Id), "metrics.csv");
        File.Delete(file);
        await Process.Start("mkfifo", [file]).WaitForExitAsync();
        var reading = Task.Run(() => results.Store.Read(plan.Name, Record.Id));
        var opening = Task.Run(() => new FileStream(file, FileMode.Open, FileAccess.Write));
        if (await Task.WhenAny(reading, opening) == reading)
            await reading;

        using (var pipe = await opening)
        {
            results.Publish(plan.Name, Record with { Numerics = "new", Environment = SyntheticRecord.Environment(seed: 1) });
            await pipe.WriteAsync("epoch\n"u8.ToArray());
        }

        Assert.Equal("new", (await reading).Numerics);
    }
}
