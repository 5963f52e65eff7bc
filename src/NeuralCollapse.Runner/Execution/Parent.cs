namespace NeuralCollapse.Runner;

/// <summary>
/// The process that has started this one and is not to be outlived by it. It keeps this one's standard input open: the system closes that
/// when the parent ends, however it ends, and so this process learns of it everywhere alike. A line on it asks this process to save what there
/// is and end. Workers always end with their parent; a command does where the one that starts it asks for it, because another's input may
/// well be at its end at once.
/// </summary>
internal static class Parent
{
    private const string Variable = "NEURAL_COLLAPSE_ENDS_WITH_INPUT";

    private static Action? Requested;

    /// <summary>Ends this process with its parent where that has set the environment variable NEURAL_COLLAPSE_ENDS_WITH_INPUT to 1.</summary>
    public static void EndWithIfAsked()
    {
        if (Environment.GetEnvironmentVariable(Variable) != "1")
            return;
        Environment.SetEnvironmentVariable(Variable, null); // asked of this process, not of those it starts
        EndWith(() => Requested?.Invoke(), () => Environment.Exit(ExitCode.Interrupted));
    }

    /// <summary>What is called, from now on, for each line that such a parent writes.</summary>
    public static void OnRequest(Action request) => Requested = request;

    /// <summary>Ends this process with its parent, from now on.</summary>
    /// <param name="request">Called for each line that the parent writes.</param>
    /// <param name="end">Ends this process.</param>
    public static void EndWith(Action request, Action end) => new Thread(() => WaitForEnd(request, end)) { IsBackground = true }.Start();

    private static void WaitForEnd(Action request, Action end)
    {
        while (Console.In.ReadLine() is not null)
            request();
        end();
    }
}
