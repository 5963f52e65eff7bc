namespace NeuralCollapse.Specs.Tests;

/// <summary>Paths of files of the repository that tests read.</summary>
internal static class RepositoryFiles
{
    public static readonly string Root = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static readonly string Experiments = Path.Combine(Root, "experiments");

    public static readonly string BrokenSpecs = Path.Combine(Root, "tests", "NeuralCollapse.Specs.Tests", "BrokenSpecs");

    private static string Find(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "global.json")) ? folder.FullName : Find(folder.Parent!);
}
