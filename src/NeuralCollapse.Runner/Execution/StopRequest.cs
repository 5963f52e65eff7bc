using System.Runtime.InteropServices;

namespace NeuralCollapse.Runner;

/// <summary>
/// Takes Ctrl-C (SIGINT) and SIGTERM for a request to save what there is and end, in place of ending at once. A terminal sends the first to
/// every process of a command alike, so that each takes it so.
/// </summary>
internal sealed class StopRequest : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;
    private readonly Action? again;

    /// <param name="again">Called at every request after the first; null: nothing.</param>
    public StopRequest(Action? again = null)
    {
        this.again = again;
        registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(signal => PosixSignalRegistration.Create(signal, Take))];
    }

    /// <summary>Cancelled at the first request.</summary>
    public CancellationToken Token => source.Token;

    /// <summary>Requests it.</summary>
    public void Request()
    {
        if (source.IsCancellationRequested)
            again?.Invoke();
        else
            source.Cancel();
    }

    public void Dispose()
    {
        foreach (var registration in registrations)
            registration.Dispose();
        source.Dispose();
    }

    private void Take(PosixSignalContext signal)
    {
        signal.Cancel = true; // the default, which ends the process
        Request();
    }
}
