namespace NeuralCollapse.Runner;

/// <summary>
/// The process that has started this one and is not to be outlived by it. It keeps this one's standard input open and writes nothing more
/// to it: the system closes that when the parent ends, however it ends, and so this process learns of it everywhere alike. Workers always
/// end with their parent; a command does where the one that starts it asks for it, because another's input may well be at its end at once.
/// </summary>
internal static class Parent
{
    private const string Variable = "NEURAL_COLLAPSE_ENDS_WITH_INPUT";

    /// <summary>Ends this process with its parent where the parent has set the environment variable NEURAL_COLLAPSE_ENDS_WITH_INPUT to 1.</summary>
    public static void EndWithIfAsked()
    {
        if (Environment.GetEnvironmentVariable(Variable) != "1")
            return;
        Environment.SetEnvironmentVariable(Variable, null); // asked of this process, not of those it starts
        EndWith();
    }

    /// <summary>Ends this process with its parent, from now on.</summary>
    public static void EndWith() => new Thread(WaitForEnd) { IsBackground = true }.Start();

    private static void WaitForEnd()
    {
        using var input = Console.OpenStandardInput();
        while (input.ReadByte() >= 0)
        {
        }

        Environment.Exit(ExitCode.Interrupted);
    }
}
