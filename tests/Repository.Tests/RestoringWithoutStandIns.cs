using System.Text.RegularExpressions;

namespace Repository.Tests;

/// <summary>
/// What <c>StandIns=false</c> restores. All packages but the three that it stands for, and theirs, were fetched with the build under test;
/// so nothing is asked of a package feed, and the answer is the same on every machine.
/// </summary>
public sealed partial class RestoringWithoutStandIns : IDisposable
{
    private const string TheThree = "Cake.Frosting QuestPDF Verify.Xunit";

    private readonly LocalFeed feed = new();

    public void Dispose() => feed.Dispose();

    [Fact]
    public void NothingIsMissingButTheThreePackages()
    {
        var (exitCode, output) = feed.Restore();

        var errors = Errors().Matches(output).Select(error => (Code: error.Groups[1].Value, Package: error.Groups[2].Value)).ToList();
        Assert.All(errors, error => Assert.Equal("NU1101", error.Code));
        Assert.Subset(TheThree.Split(' ').ToHashSet(), errors.Select(error => error.Package).ToHashSet());
        Assert.True(exitCode != 0 || errors.Count == 0, output);
    }

    /// <summary>The versions that the three ask for are facts of those packages.</summary>
    [Fact]
    public void WithTheThreePackagesEveryVersionIsResolved()
    {
        feed.Add("Microsoft.Extensions.DependencyInjection", "10.0.15");
        feed.Add("Cake.Frosting", "7.0.0", ("Microsoft.Extensions.DependencyInjection", "10.0.15"), ("Spectre.Console", "0.57.2"));
        feed.Add("QuestPDF", "2026.7.2");
        feed.Add("Verify.Xunit", "31.12.5", ("xunit.extensibility.execution", "2.9.3"));

        var (exitCode, output) = feed.Restore();

        Assert.Equal((0, ""), (exitCode, output));
        Assert.Equal(Projects().Order(), feed.RestoredProjects.Order());
    }

    /// <summary>Every project of the repository but the stand-ins and their tests.</summary>
    private static IEnumerable<string> Projects() => new[] { "build", "src", "tests" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, folder), "*.csproj", SearchOption.AllDirectories))
        .Where(project => !Path.GetRelativePath(RepositoryFiles.Root, project).Contains("StandIns", StringComparison.Ordinal))
        .Select(project => Path.GetFileNameWithoutExtension(project)!);

    [GeneratedRegex(@"error (\w+)(?:: Unable to find package ([\w.]+)\.)?")]
    private static partial Regex Errors();
}
