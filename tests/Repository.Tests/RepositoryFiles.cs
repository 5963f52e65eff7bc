namespace Repository.Tests;

/// <summary>Where things are in the repository that these tests were built from.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = FindRoot();

    /// <summary>
    /// Paths relative to the root, with slashes, of every file but those in folders whose name begins with a dot: these are generated or
    /// fetched, except what continuous integration needs.
    /// </summary>
    public static IReadOnlyList<string> All { get; } = [.. Below(new DirectoryInfo(Root)).Order(StringComparer.Ordinal)];

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static IEnumerable<string> Below(DirectoryInfo folder) => folder.EnumerateFiles().Select(f => Path.GetRelativePath(Root, f.FullName).Replace('\\', '/'))
        .Concat(folder.EnumerateDirectories().Where(d => d.Name is ".ci" or ".github" || !d.Name.StartsWith('.')).SelectMany(Below));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "global.json")))
            folder = folder.Parent ?? throw new InvalidOperationException("these tests run inside the repository");
        return folder.FullName;
    }
}
