using System.Text;
using System.Text.RegularExpressions;
using NeuralCollapse.Specs;
using NeuralCollapse.Synthetic;

namespace NeuralCollapse.Records.Tests;

public sealed partial class ReadingDamagedResults : IDisposable
{
    private readonly SyntheticResults results = new();
    private readonly Plan plan = SyntheticExperiment.Plan(losses: 1, mixups: 1, seeds: 1);
    private readonly string id;

    public ReadingDamagedResults()
    {
        results.With(plan);
        id = plan.Cells[0].Id;
    }

    public void Dispose() => results.Dispose();

    [Fact]
    public async Task EveryDamageHasAMessageThatSaysWhereAndWhatToDo()
    {
        var transcript = new StringBuilder();
        Damage(transcript, "cell.json", _ => null);
        Damage(transcript, "cell.json", text => text.Replace("\"seed\": 0", "\"seed\": 1", StringComparison.Ordinal));
        Damage(transcript, "cell.json", _ => "[]\n");
        Damage(transcript, "metrics.csv", _ => null);
        Damage(transcript, "metrics.csv", _ => "");
        Damage(transcript, "metrics.csv", text => text[..^1]);
        Damage(transcript, "metrics.csv", text => text.Replace("\n", "\r\n", StringComparison.Ordinal));
        Damage(transcript, "metrics.csv", text => text.Split('\n')[0] + "\n");
        Damage(transcript, "metrics.csv", text => text.Replace("epoch,", "step,", StringComparison.Ordinal));
        Damage(transcript, "metrics.csv", text => text.Replace("objective,", "nc1,", StringComparison.Ordinal));
        Damage(transcript, "metrics.csv", text => text.Replace("\n2,", "\n1,", StringComparison.Ordinal));
        Damage(transcript, "metrics.csv", text => text.Replace("\n2,", "\n2,0,", StringComparison.Ordinal));
        Damage(transcript, "metrics.csv", text => text.Replace("\n2,", "\n2nd,", StringComparison.Ordinal));
        Damage(transcript, "metrics.csv", _ => "epoch,nc1\n1,0.5\n2,\n");
        Damage(transcript, "metrics.csv", _ => "epoch,nc1\n1,NaN\n");
        Damage(transcript, "summary.json", _ => null);
        Damage(transcript, "summary.json", text => text[..(text.Length / 2)] + "\n");
        Damage(transcript, "summary.json", text => text.Replace(id, "0123456789ab", StringComparison.Ordinal));
        Damage(transcript, "summary.json", text => text.Replace("\"epoch\": 30", "\"epoch\": 30.5", StringComparison.Ordinal));
        Damage(transcript, "summary.json", text => text.Replace("\"epoch\": 30,", "\"epoch\": 30, \"epoch\": 31,", StringComparison.Ordinal));
        Damage(transcript, "summary.json", text => text.Replace("\"numerics\"", "\"arithmetic\"", StringComparison.Ordinal));
        Damage(transcript, "summary.json", text => text.Replace("\"nc1\": 0", "\"nc1\": \"0\", \"more\": 0", StringComparison.Ordinal));
        Damage(transcript, "summary.json", text => text.Replace("\"epoch\": 30", "\"epoch\": 31", StringComparison.Ordinal));
        Damage(transcript, "summary.json", text => text.Replace("\"nc1\": 0", "\"nc1\": 1", StringComparison.Ordinal));
        Damage(transcript, "summary.json", text => text.Replace("reliability.csv", "reliable.csv", StringComparison.Ordinal));
        Damage(transcript, "reliability.csv", text => text.Replace("bin,", "bins,", StringComparison.Ordinal));
        Damage(transcript, "reliability.csv", text => text.Replace("\n2,", "\n3,", StringComparison.Ordinal));
        Damage(transcript, "projections/epoch-0030.csv", text => text.Replace("classifier", "arrow", StringComparison.Ordinal));
        Damage(transcript, "environment.json", text => text.Replace("2026-01-31T", "31/01/2026 ", StringComparison.Ordinal));
        Damage(transcript, "environment.json", text => text.Replace(id, "0123456789ab", StringComparison.Ordinal));
        Damage(transcript, "environment.json", text => text.Replace("\"sha256\"", "\"md5\"", StringComparison.Ordinal));
        Damage(transcript, "../../plan.json", _ => null);
        Damage(transcript, "../../plan.json", text => text.Replace("\"seed\": 0", "\"seed\": \"zero\"", StringComparison.Ordinal));

        await Golden.Verify(transcript.ToString().TrimEnd(), "Records/DamagedResults");
    }

    [Fact]
    public void AMisnamedProjectionIsOneFileTooFewAndOneTooMany()
    {
        var directory = Path.Combine(results.Store.PathOf(plan.Name, id), "projections");
        File.Move(Path.Combine(directory, "epoch-0030.csv"), Path.Combine(directory, "epoch-30.csv"));

        var error = Assert.Throws<DamagedResultException>(() => results.Store.Read(plan.Name, id));

        Assert.Contains("epoch-0030.csv: expected this result file, got none.\n", error.Message, StringComparison.Ordinal);
        Assert.Contains("epoch-30.csv: expected no such file, for summary.json does not list it, got one.\n", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("/tmp/evil")]
    [InlineData("another")]
    [InlineData("")]
    public void APlanThatNamesAnotherExperimentThanItsDirectoryIsAnError(string experiment)
    {
        ChangePlan($"\"experiment\": \"{plan.Name}\"", $"\"experiment\": \"{experiment}\"");

        var error = Assert.Throws<DamagedResultException>(() => results.Store.ReadPlan(plan.Name));

        Assert.Contains($"/{plan.Name}/plan.json: experiment: expected the name of its directory, {plan.Name}, got \"{experiment}\"", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../other/cells/0123456789ab")]
    [InlineData("..\\\\0123456789ab")]
    [InlineData("/etc/0123456789ab")]
    [InlineData("0123456789AB")]
    [InlineData("0123456789abc")]
    [InlineData("")]
    public void APlanWithAnIdThatIsNoneIsAnError(string other)
    {
        ChangePlan($"\"id\": \"{id}\"", $"\"id\": \"{other}\"");

        var error = Assert.Throws<DamagedResultException>(() => results.Store.ReadPlan(plan.Name));

        Assert.Contains($"/{plan.Name}/plan.json: cells[0].id: expected the id of a cell, 12 hexadecimal digits, got \"{other}\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ACellThatIsNotThereIsNotRecorded()
    {
        Assert.False(results.Store.IsRecorded(plan.Name, "0123456789ab"));
        Assert.True(results.Store.IsRecorded(plan.Name, id));
    }

    private void ChangePlan(string old, string replacement)
    {
        var path = Path.Combine(results.Store.PathOf(plan.Name), "plan.json");
        var text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, Sealing.Sealed(text.Replace(old, replacement, StringComparison.Ordinal)));
    }

    /// <summary>Changes a file (null deletes it) with all hashes that fit it, notes the message of reading everything, and puts the files back.</summary>
    private void Damage(StringBuilder transcript, string file, Func<string, string?> change)
    {
        var path = Path.GetFullPath(Path.Combine(results.Store.PathOf(plan.Name, id), file));
        var before = Directory.GetFiles(results.Root, "*", SearchOption.AllDirectories).ToDictionary(f => f, File.ReadAllText);
        var damaged = change(before[path]);
        Assert.NotEqual(before[path], damaged);
        File.Delete(path);
        if (damaged is not null)
            File.WriteAllText(path, Sealing.Sealed(damaged));
        Sealing.Cell(results.Store.PathOf(plan.Name, id));

        var error = Assert.Throws<DamagedResultException>(() => results.Store.ReadAll(results.Store.ReadPlan(plan.Name)));
        var message = error.Message.Replace(results.Root.Replace('\\', '/'), "results", StringComparison.Ordinal).Replace(id, "{id}", StringComparison.Ordinal);
        transcript.Append(OtherHash().Replace(message, "with hash {other}")).Append("\n\n");
        foreach (var (name, text) in before)
            File.WriteAllText(name, text);
    }

    [GeneratedRegex("with hash [0-9a-f]{12}")]
    private static partial Regex OtherHash();
}
