using System.Text;
using System.Text.Json.Nodes;
using NeuralCollapse.Specs;
using NeuralCollapse.Synthetic;

namespace NeuralCollapse.Records.Tests;

/// <summary>Files whose bytes, layout or kinds of values are not those that are written.</summary>
public sealed class ReadingStrictly : IDisposable
{
    private const string Remedy = "Restore it from version control, or reproduce the experiment synthetic: that writes it again and trains only what is missing.";
    private const string SealKey = "sha256", Seal = $",\n  \"{SealKey}\": \"", End = "\n}\n";

    private readonly SyntheticResults results = new();
    private readonly Plan plan = SyntheticExperiment.Plan(losses: 1, mixups: 1, seeds: 1);
    private readonly string cell;
    private readonly string file;

    public ReadingStrictly()
    {
        results.With(plan);
        cell = results.Store.PathOf(plan.Name, plan.Cells[0].Id);
        file = Path.Combine(results.Store.PathOf(plan.Name), "plan.json");
    }

    public void Dispose() => results.Dispose();

    [Theory]
    [InlineData("more", "1", "the document: expected only the keys experiment, title, claim, verify, stated, cells, got more")]
    [InlineData("title", "1", "title: expected text, got 1")]
    [InlineData("verify", "[]", "verify: expected an object, got []")]
    [InlineData("verify", """{ "nc1": { "absolute": "0.5", "relative": 0 } }""", "verify.nc1.absolute: expected a number, got \"0.5\"")]
    [InlineData("cells", "{}", "cells: expected a list, got {}")]
    [InlineData("cells", """[{ "id": "0123456789ab", "axes": {}, "seed": 3000000000 }]""", "cells[0].seed: expected a whole number, got 3000000000")]
    public void AValueOfAnotherKindIsNamedWithWhereItIs(string key, string json, string message)
    {
        Change(file, key, json);

        Assert.Equal($"{Shown(file)}: {message}.\n{Remedy}", ErrorOfThePlan());
    }

    [Theory]
    [InlineData("dirty", "0", "dirty: expected true or false, got 0")]
    [InlineData("more", "1", "the document: expected only the keys cell, host, operating-system, processor, device, versions, commit, dirty, threads, started, stated, resumed, "
        + "training-seconds, total-seconds, peak-memory-bytes, measured-again, measured-again-commit, data, got more")]
    public void AnEnvironmentIsReadAsStrictly(string key, string json, string message)
    {
        var environment = Path.Combine(cell, "environment.json");
        Change(environment, key, json);

        var error = Assert.Throws<DamagedResultException>(() => results.Store.ReadEnvironments(RecordedPlan.Of(plan)));

        Assert.StartsWith($"{Shown(environment)}: {message}.\n", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\r\n", ":1: expected lines that end with LF, got CR LF, as where a checkout changes line ends")]
    [InlineData("\u00FF\n", ": text: expected UTF-8, got other bytes")]
    public void BytesThatAreNoTextOfOursAreNamed(string latin1, string message)
    {
        File.WriteAllBytes(file, Encoding.Latin1.GetBytes(latin1));

        Assert.Equal($"{Shown(file)}{message}.\n{Remedy}", ErrorOfThePlan());
    }

    [Fact]
    public void AChangedFileIsToldWithTheHashThatItStatesAndTheOneThatItHas()
    {
        var text = File.ReadAllText(file);
        var at = text.LastIndexOf(Seal, StringComparison.Ordinal);
        var changed = text[..at].Replace("Made-up", "Found", StringComparison.Ordinal);

        File.WriteAllText(file, changed + text[at..]);

        Assert.Equal(
            $"{Shown(file)}: sha256: expected a file as it was written, with SHA-256 {Sealing.Sha256(text[..at] + End)[..12]}, " +
            $"got one with {Sealing.Sha256(changed + End)[..12]}.\n{Remedy}",
            ErrorOfThePlan());
    }

    [Fact]
    public void ASealInAnotherLayoutIsNoneOfOurs()
    {
        var text = File.ReadAllText(file);
        var stated = (string)JsonNode.Parse(text)![SealKey]!;

        File.WriteAllText(file, text.Replace(Seal, Seal.Replace(": ", " : ", StringComparison.Ordinal), StringComparison.Ordinal));

        Assert.Equal($"{Shown(file)}: sha256: expected a file as it was written, with SHA-256 {stated[..12]}, got another.\n{Remedy}", ErrorOfThePlan());
    }

    [Fact]
    public void NothingButASealThatFitsIsNoJson()
    {
        File.WriteAllText(file, $"{Seal}{Sealing.Sha256(End)}\"{End}");

        Assert.Equal($"{Shown(file)}:2: expected JSON, got text that is not.\n{Remedy}", ErrorOfThePlan());
    }

    [Fact]
    public void AChangedTableIsToldWithTheHashThatTheSummaryHasAndItsOwn()
    {
        var metrics = Path.Combine(cell, "metrics.csv");
        var text = File.ReadAllText(metrics);
        File.AppendAllText(metrics, "\n");

        var error = Assert.Throws<DamagedResultException>(() => results.Store.Read(plan.Name, plan.Cells[0].Id));

        Assert.Equal(
            new(Shown(metrics), $"what was written, with SHA-256 {Sealing.Sha256(text)[..12]}", $"other text, with SHA-256 {Sealing.Sha256(text + "\n")[..12]}"),
            Assert.Single(error.Faults));
    }

    private string ErrorOfThePlan() => Assert.Throws<DamagedResultException>(() => results.Store.ReadPlan(plan.Name)).Message;

    private static string Shown(string path) => path.Replace('\\', '/');

    /// <summary>Sets a key of a sealed file, with the seal that fits.</summary>
    private static void Change(string path, string key, string json)
    {
        var document = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        document.Remove(SealKey);
        document[key] = JsonNode.Parse(json);
        document[SealKey] = new string('0', 64);
        File.WriteAllText(path, Sealing.Sealed(Json.Write(document)));
    }
}
