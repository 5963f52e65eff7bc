namespace StandIns.Tests.Snapshots;

public sealed class ConfiguringAVerification : IDisposable
{
    private readonly SnapshotDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task AVerificationRunsOnce()
    {
        _directory.Write("text.verified.txt", "text");
        var verification = Verify("text").UseDirectory(_directory.Path).UseFileName("text");

        await verification;
        _directory.Write("text.verified.txt", "changed");
        await verification;
    }

    [Fact]
    public async Task AVerificationThatHasStartedIsFixed()
    {
        _directory.Write("text.verified.txt", "text");
        var verification = Verify("text").UseDirectory(_directory.Path).UseFileName("text");
        await verification;

        Assert.Throws<InvalidOperationException>(() => { verification.UseDirectory("elsewhere"); });
    }

    [Fact]
    public async Task VerifyingOutsideATestIsAMistake()
    {
        Task<Exception> failure;
        using (ExecutionContext.SuppressFlow())
            failure = Task.Run(() => _directory.Failure(Verify("text")));

        Assert.StartsWith("Verify was called, but no running test is known.", (await failure).Message, StringComparison.Ordinal);
    }
}
