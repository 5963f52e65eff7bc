namespace Build;

/// <summary>
/// How the run ends. The engine knows success and failure only; which failure it was is kept here, so that the exit code of the program
/// that failed becomes the exit code of the build.
/// </summary>
public sealed class Outcome : IDisposable
{
    private readonly CancellationTokenSource termination = new();
    private volatile bool interrupted;

    /// <summary>The exit code of a run that did not succeed.</summary>
    public int ExitCode { get; private set; } = NeuralCollapse.Runner.ExitCode.Failed;

    /// <summary>Whether the reason has been shown already, so that nothing is left to say.</summary>
    public bool Explained { get; private set; }

    /// <summary>Cancelled when the host alone has been asked to end; what it has started has not.</summary>
    public CancellationToken Termination => termination.Token;

    /// <summary>The user has pressed Ctrl-C.</summary>
    public void Interrupt() => interrupted = true;

    /// <summary>The system asks the host to end.</summary>
    public void Terminate()
    {
        Interrupt();
        termination.Cancel();
    }

    public void Dispose() => termination.Dispose();

    /// <summary>Ends the run with an exit code, after the program that failed has said why.</summary>
    /// <returns>The exception to throw, which nobody sees.</returns>
    public Exception Fail(int exitCode)
    {
        Explained = true;
        ExitCode = interrupted ? NeuralCollapse.Runner.ExitCode.Interrupted : exitCode;
        return new OperationCanceledException($"Ended with exit code {ExitCode}.");
    }
}
