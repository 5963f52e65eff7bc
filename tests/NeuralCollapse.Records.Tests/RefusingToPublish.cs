using NeuralCollapse.Specs;
using NeuralCollapse.Synthetic;

namespace NeuralCollapse.Records.Tests;

public sealed class RefusingToPublish : IDisposable
{
    private readonly SyntheticResults results = new();
    private readonly CellRecord record = SyntheticRecord.Of(SyntheticExperiment.Plan(losses: 1, mixups: 1, seeds: 1).Cells[0]);
    private readonly ClaimedExperiment claim;
    private readonly string hidden;
    private readonly IReadOnlyList<string> written;

    public RefusingToPublish()
    {
        claim = results.Store.Claim("synthetic");
        hidden = claim.Begin(record.Id);
        written = ResultStore.WriteCell(hidden, record);
    }

    public void Dispose()
    {
        claim.Dispose();
        results.Dispose();
    }

    [Fact]
    public void FilesThatAreTooManyOrTooFewAreNamedInAlphabeticalOrder()
    {
        File.Delete(Path.Combine(hidden, "metrics.csv"));
        File.Delete(Path.Combine(hidden, "cell.json"));
        File.WriteAllText(Path.Combine(hidden, "draft.txt"), "");

        AssertDifference("cell.json, draft.txt, metrics.csv");
    }

    [Fact]
    public void OfADirectoryThatIsGoneEveryFileIsNamed()
    {
        Directory.Delete(hidden, recursive: true);

        AssertDifference(string.Join(", ", written.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void AFileThatTheDiskHasNotKeptIsNamed()
    {
        var file = Path.Combine(hidden, "metrics.csv");
        var hash = Sealing.Sha256(File.ReadAllText(file))[..12];
        File.WriteAllText(file, "\n");

        AssertRefused<DamagedResultException>(
            $"/metrics.csv: expected what was written, with SHA-256 {hash}, got other text, with SHA-256 {Sealing.Sha256("\n")[..12]}.\n" +
            "The disk has not kept what was written. Look after it, then reproduce the experiment again: only what is not recorded is trained.");
    }

    private void AssertDifference(string files) => AssertRefused<UserErrorException>(
        $": expected the {written.Count} files of a finished cell, got a difference in {files}.\n" +
        "Something else has changed this folder. Reproduce the experiment again: only what is not recorded is trained.");

    private void AssertRefused<T>(string message)
        where T : Exception
    {
        Assert.Equal($"{hidden.Replace('\\', '/')}{message}", Assert.Throws<T>(() => claim.Publish(record.Id, written)).Message);
        Assert.False(results.Store.IsRecorded("synthetic", record.Id));
    }
}
