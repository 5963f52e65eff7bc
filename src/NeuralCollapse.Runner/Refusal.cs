using System.ComponentModel;
using System.Text.RegularExpressions;

namespace NeuralCollapse.Runner;

/// <summary>Puts into a sentence what the operating system refuses: a path, what is wrong with it, and what to do.</summary>
internal static partial class Refusal
{
    // Numbers that the system gives, of Unix and, in their lower half, of Windows.
    private static readonly int[] Exists = [17, 80, 183], IsFolder = [21], BrokenPipe = [32, 109, 232], NoRoom = [27, 28, 112, 122];

    /// <summary>The sentence; null where the exception is none of the system's refusals.</summary>
    public static string? Of(Exception exception)
    {
        if (exception is not (IOException or UnauthorizedAccessException or Win32Exception))
            return null;
        var path = PathIn(exception);
        var (place, expected, got, remedy) = What(exception, path);
        return $"{place}: expected {expected}, got {got}\n  cause: {exception.Message.Trim()}\n  remedy: {remedy}";
    }

    private static (string Place, string Expected, string Got, string Remedy) What(Exception exception, string path)
    {
        var number = (exception.InnerException is IOException inner ? inner : exception).HResult & 0xffff;
        var place = Shown(path);
        if (NoRoom.Contains(number))
            return (place, "room to write", "none", "free some, or write to another disk; then repeat the command, which keeps what is finished");
        if (path.Length == 0)
            return (place, "somebody who listens", BrokenPipe.Contains(number) ? "a closed pipe" : "an error", "repeat the command with another output");
        if (FileAbove(path) is { } file)
            return (Shown(file), "a folder", "a file", "move the file away, or name another folder");
        if (Exists.Contains(number) && File.Exists(path))
            return (place, "a folder", "a file", "move the file away, or name another folder");
        if (IsFolder.Contains(number))
            return (place, "a file", "a folder", "move the folder away, or name another file");
        return exception switch
        {
            UnauthorizedAccessException => (place, "permission to read or write it", "none", "change its permissions or its owner, or name another place"),
            FileNotFoundException or DirectoryNotFoundException => (place, "a file or folder", "nothing", "put it there, or name another place"),
            _ => (place, "something that can be read and written", "an error of the system", "put its cause right, or name another place; then repeat the command"),
        };
    }

    /// <summary>The path that the message quotes; empty where it quotes none, as of the console.</summary>
    private static string PathIn(Exception exception) =>
        exception is FileNotFoundException { FileName: { Length: > 0 } name } ? name : Quoted().Match(exception.Message).Groups[1].Value;

    /// <summary>A file that stands where the path has a folder; null where there is none.</summary>
    private static string? FileAbove(string path)
    {
        for (var above = Path.GetDirectoryName(path); !string.IsNullOrEmpty(above); above = Path.GetDirectoryName(above))
        {
            if (File.Exists(above))
                return above;
        }

        return null;
    }

    /// <summary>As a user would type it: from here, where it lies below.</summary>
    private static string Shown(string path)
    {
        if (path.Length == 0)
            return "standard output";
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }

    [GeneratedRegex("'(.+)'")]
    private static partial Regex Quoted();
}
