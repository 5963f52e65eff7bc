using System.Text;

namespace NeuralCollapse.Records;

/// <summary>Writes files that appear whole or not at all, whatever interrupts the writing.</summary>
public static class AtomicFile
{
    private const string Suffix = ".tmp"; // of what is being written

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Removes what processes that were killed while they wrote have left in a directory.</summary>
    public static void RemoveHalfWritten(string directory)
    {
        foreach (var half in Directory.GetFiles(directory, $".*{Suffix}"))
        {
            try
            {
                new FileStream(half, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose).Dispose(); // Windows deletes nothing that is held otherwise
            }
            catch (IOException)
            {
                // Somebody is writing it.
            }
        }
    }

    /// <summary>Writes text as UTF-8 without a byte order mark; directories are made as needed and an older file is replaced.</summary>
    public static void Write(string path, string text) => Write(path, Utf8.GetBytes(text));

    /// <summary>Writes bytes beside the file, flushes them to disk, and renames.</summary>
    public static void Write(string path, byte[] bytes) => Write(path, file => file.Write(bytes));

    /// <inheritdoc cref="Write(string, byte[])"/>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes its content.</param>
    public static void Write(string path, Action<Stream> write)
    {
        var directory = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(directory);
        var beside = Path.Combine(directory, $".{Path.GetFileName(path)}-{Environment.ProcessId}{Suffix}");
        try
        {
            using (var file = new FileStream(beside, FileMode.Create, FileAccess.Write))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }
}
