namespace StandIns.Tests.Snapshots;

public sealed class ConfiguringAVerification : IDisposable
{
    private readonly SnapshotDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task AVerificationRunsOnce()
    {
        directory.Write("text.verified.txt", "text");
        var verification = Verify("text").UseDirectory(directory.Path).UseFileName("text");

        await verification;
        directory.Write("text.verified.txt", "changed");
        await verification;
    }

    [Fact]
    public async Task AVerificationThatHasStartedIsFixed()
    {
        directory.Write("text.verified.txt", "text");
        var verification = Verify("text").UseDirectory(directory.Path).UseFileName("text");
        await verification;

        Assert.Throws<InvalidOperationException>(() => { verification.UseDirectory("elsewhere"); });
    }

    [Fact]
    public async Task VerifyingOutsideATestIsAnError()
    {
        Task<Exception> failure;
        using (ExecutionContext.SuppressFlow())
            failure = Task.Run(() => directory.Failure(Verify("text")));

        Assert.StartsWith("Verify was called, but no running test is known.", (await failure).Message, StringComparison.Ordinal);
    }
}
