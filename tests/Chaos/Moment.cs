using System.Globalization;
using System.Text.RegularExpressions;

namespace Chaos;

/// <summary>The moment at which a file begins to be written.</summary>
internal sealed partial class Moment : IDisposable
{
    private readonly FileSystemWatcher watcher;
    private int left;
    private volatile string? file;

    /// <param name="folder">Where, at any depth.</param>
    /// <param name="pattern">Its name.</param>
    /// <param name="after">How many of them to let pass.</param>
    public Moment(string folder, string pattern, int after)
    {
        left = after;
        watcher = new(folder, pattern) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.FileName };
        watcher.Created += (_, created) =>
        {
            if (Interlocked.Decrement(ref left) < 0)
                file = created.Name;
        };
        watcher.EnableRaisingEvents = true;
    }

    public bool HasCome => file is not null;

    /// <summary>The process that writes it, which the name of a file that is being written ends with.</summary>
    public int Writer => int.Parse(ProcessId().Match(file!).Groups[1].Value, CultureInfo.InvariantCulture);

    public void Dispose() => watcher.Dispose();

    [GeneratedRegex(@"-([0-9]+)\.tmp\z")]
    private static partial Regex ProcessId();
}
