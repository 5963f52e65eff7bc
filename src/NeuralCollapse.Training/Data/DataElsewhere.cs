namespace NeuralCollapse.Training;

/// <summary>Looks for files of a data set where other programs put them, for the message that they are not in their place.</summary>
internal static class DataElsewhere
{
    private const int MostEntries = 10_000;

    private static readonly EnumerationOptions Nearby = new() { RecurseSubdirectories = true, MaxRecursionDepth = 3, IgnoreInaccessible = true };

    /// <summary>A sentence on the first that is found; empty where none is.</summary>
    public static string Found(OfficialData data, string folder)
    {
        if (!Directory.Exists(folder))
            return "";
        var entries = Directory.EnumerateFileSystemEntries(folder, "*", Nearby).Take(MostEntries).Order(StringComparer.Ordinal).ToList();
        var place = Path.Combine(folder, data.Name);
        if (entries.Find(path => data.Files.Any(file => Matches(path, file)) && IsOf(data, folder, path)) is { } found)
            return $"; there is {found}: move it{(IsNamed(found, data) ? "" : ", under its official name,")} into {place}";
        return entries.Find(path => IsOfPython(data, Path.GetFileName(path))) is { } python
            ? $"; there is {python}, the version for Python, which is pickled and cannot be read without running its code"
            : "";
    }

    /// <summary>By its name, the official one or that of a copy, which has a dot before idx.</summary>
    private static bool Matches(string path, OfficialFile file) =>
        Path.GetFileName(path).Replace(".idx", "-idx", StringComparison.Ordinal) is var name && (name == file.Name || name == file.Unpacked);

    private static bool IsNamed(string path, OfficialData data) => data.Files.Any(file => Path.GetFileName(path) == file.Name || Path.GetFileName(path) == file.Unpacked);

    /// <summary>Several data sets have files of the same names: those in a folder called otherwise are another's.</summary>
    private static bool IsOf(OfficialData data, string folder, string path)
    {
        var between = Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar)[..^1];
        return between.Length == 0 || between.Any(name => Plain(name) == Plain(data.Name));
    }

    private static bool IsOfPython(OfficialData data, string name) => data.Name switch
    {
        "cifar10" => name is "cifar-10-batches-py" or "cifar-10-python.tar.gz",
        "cifar100" => name is "cifar-100-python" or "cifar-100-python.tar.gz",
        _ => false,
    };

    private static string Plain(string name) => name.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
}
