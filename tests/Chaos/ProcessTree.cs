namespace Chaos;

/// <summary>The processes that a host has started, by what they do, as /proc shows them.</summary>
internal static class ProcessTree
{
    public static IEnumerable<int> Workers(int host) => Below(host).Where(process => IsCollapse(process, "cell"));

    public static IEnumerable<int> Commands(int host) => Below(host).Where(process => IsCollapse(process, "run"));

    /// <summary>All descendants.</summary>
    public static IReadOnlyList<int> Below(int process)
    {
        var children = All().ToLookup(Parent);
        List<int> found = [.. children[process]];
        for (var at = 0; at < found.Count; at++)
            found.AddRange(children[found[at]]);
        return found;
    }

    /// <summary>Whether it runs: one that has ended and was not asked for its exit code does not.</summary>
    public static bool IsAlive(int process) => Fields(process) is [not ("Z" or "X"), ..];

    private static IEnumerable<int> All() => Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(name => char.IsAsciiDigit(name![0])).Select(int.Parse!);

    private static int Parent(int process) => Fields(process) is [_, var parent, ..] ? int.Parse(parent, System.Globalization.CultureInfo.InvariantCulture) : -1;

    private static bool IsCollapse(int process, string command) =>
        Read(process, "cmdline").Split('\0') is [_, var assembly, var first, ..] && assembly.EndsWith("collapse.dll", StringComparison.Ordinal) && first == command;

    /// <summary>Its state, its parent and so on; none where there is no such process.</summary>
    private static string[] Fields(int process) => Read(process, "stat") is { Length: > 0 } text ? text[(text.LastIndexOf(')') + 2)..].Split(' ') : [];

    private static string Read(int process, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/{file}");
        }
        catch (IOException)
        {
            return "";
        }
    }
}
