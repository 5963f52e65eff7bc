using System.Xml.Linq;

namespace Repository.Tests;

/// <summary>Which project may know which: data flow one way, from specs to reports, and only the runner joins them.</summary>
public sealed class ProjectArrows
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Specs"] = [],
        ["Measures"] = [],
        ["Training"] = ["Specs"],
        ["Records"] = ["Specs"],
        ["Reports"] = ["Records"],
        ["Runner"] = ["Specs", "Measures", "Training", "Records", "Reports"],
    };

    public static TheoryData<string> Projects => [.. Allowed.Keys];

    [Fact]
    public void EveryProjectIsListed()
    {
        var found = Directory.GetDirectories(Path.Combine(RepositoryFiles.Root, "src"), "NeuralCollapse.*").Select(d => Path.GetFileName(d)["NeuralCollapse.".Length..]);

        Assert.Equal(Allowed.Keys.Order(), found.Order());
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void AProjectReferencesOnlyWhatItMay(string project) => Assert.Subset(Allowed[project].ToHashSet(), References(project).ToHashSet());

    [Fact]
    public void OnlyTrainingAndTheRunnerKnowTorchSharp()
    {
        var users = Allowed.Keys.Where(p => Load(p).Descendants("PackageReference").Any(r => r.Attribute("Include")?.Value == "TorchSharp"));

        Assert.Equal(["Training"], users);
    }

    private static IEnumerable<string> References(string project) => Load(project).Descendants("ProjectReference")
        .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value)["NeuralCollapse.".Length..]);

    private static XDocument Load(string project) =>
        XDocument.Load(Path.Combine(RepositoryFiles.Root, "src", $"NeuralCollapse.{project}", $"NeuralCollapse.{project}.csproj"));
}
