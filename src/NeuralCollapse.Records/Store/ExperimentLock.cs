using NeuralCollapse.Specs;

namespace NeuralCollapse.Records;

/// <summary>
/// Lets one process at a time write an experiment's directory: a file in it, <c>.lock</c>, that is held open exclusively. The system lets go
/// of it when the process ends, even if it is killed; the file itself stays and means nothing. (Were it deleted, one process could
/// hold the deleted file and another its successor.) While it is held, <c>.lock-holder</c> says by whom, for the others' message: a
/// file that is held cannot be read everywhere.
/// </summary>
internal sealed class ExperimentLock : IDisposable
{
    private readonly string directory;
    private readonly FileStream file;

    private ExperimentLock(string directory)
    {
        this.directory = directory;
        file = new(Path.Combine(directory, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        try
        {
            AtomicFile.Write(HolderIn(directory), $"process {Numbers.Format(Environment.ProcessId)} on {Environment.MachineName}\n");
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Takes the lock, or leaves at once: a training may take days, and what else is wanted of it is for a person to say.</summary>
    /// <exception cref="UserErrorException">When another process holds it: with that process, where it is known.</exception>
    public static ExperimentLock Take(string directory)
    {
        Directory.CreateDirectory(directory);
        try
        {
            return new(directory);
        }
        catch (IOException held) when (IsHeldByAnother(held))
        {
            throw new UserErrorException(
                $"{directory.Replace('\\', '/')}: another command is at work on this experiment{KnownHolder(directory)}.\n" +
                "Let it finish or stop it, then give this command again: what is recorded by then is not trained again.");
        }
    }

    /// <summary>Whether a process holds the lock, or was killed while it held it and nobody has taken it since.</summary>
    public static bool IsNoted(string directory) => File.Exists(HolderIn(directory));

    public void Dispose()
    {
        File.Delete(HolderIn(directory));
        file.Dispose();
    }

    /// <summary>Whether an opening failed because of the lock: EWOULDBLOCK of Linux or of macOS, or Windows' sharing violation.</summary>
    private static bool IsHeldByAnother(IOException failure) => failure.HResult is 11 or 35 or unchecked((int)0x80070020);

    private static string KnownHolder(string directory)
    {
        try
        {
            return $" ({File.ReadAllText(HolderIn(directory)).TrimEnd()})";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static string HolderIn(string directory) => Path.Combine(directory, ".lock-holder");
}
