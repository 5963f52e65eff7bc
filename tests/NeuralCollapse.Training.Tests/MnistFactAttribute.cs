namespace NeuralCollapse.Training.Tests;

/// <summary>A test that needs the real MNIST files, and says so where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MnistFactAttribute : FactAttribute
{
    public MnistFactAttribute()
    {
        if (Folder is null)
            Skip = "needs the MNIST files: set NEURAL_COLLAPSE_DATA to the folder that holds mnist/";
    }

    /// <summary>The folder that holds mnist/: NEURAL_COLLAPSE_DATA, .data, or ../shared/data beside the repository.</summary>
    public static string? Folder { get; } = Candidates().FirstOrDefault(f => File.Exists(Path.Combine(f, "mnist", "train-images-idx3-ubyte.gz")));

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("NEURAL_COLLAPSE_DATA") is { Length: > 0 } named)
            yield return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "global.json")))
            {
                yield return Path.Combine(folder.FullName, ".data");
                yield return Path.Combine(folder.FullName, "..", "shared", "data");
            }
        }
    }
}
