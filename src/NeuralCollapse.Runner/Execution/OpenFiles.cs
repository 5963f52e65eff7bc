using System.Runtime.InteropServices;

namespace NeuralCollapse.Runner;

/// <summary>
/// How many files this process may have open. Below a few dozen not even the parts of the program can be loaded that would say so: it is
/// looked at first of all, with nothing that needs more than the runtime.
/// </summary>
internal static partial class OpenFiles
{
    private const int Least = 256;

    /// <summary>Whether there are too few to begin.</summary>
    /// <param name="message">Then what to say.</param>
    public static bool AreTooFew(out string message)
    {
        message = "";
        if (OperatingSystem.IsWindows() || GetLimit(OperatingSystem.IsMacOS() ? 8 : 7, out var limit) != 0 || limit.Current >= Least) // RLIMIT_NOFILE
            return false;
        message = $"expected at least {Least} files that a process may have open, got {limit.Current}\n  remedy: raise the limit with ulimit -n {Least}, or ask who set it";
        return true;
    }

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    private static partial int GetLimit(int resource, out Limit limit);

    private readonly struct Limit
    {
        public readonly ulong Current;
        public readonly ulong Most;
    }
}
