using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Repository.Tests;

/// <summary>
/// Which project may know which: data flow one way, from specs to reports, and only the runner joins them. What counts is what the compiled
/// assemblies refer to, not what project files say.
/// </summary>
public sealed class ProjectArrows
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Measures"] = ["MathNet.Numerics"],
        ["Specs"] = ["Measures", "YamlDotNet"],
        ["Training"] = ["Specs", "TorchSharp", "SkiaSharp", "BitMiracle.LibJpeg.NET"],
        ["Records"] = ["Specs", "Measures"],
        ["Measuring"] = ["Specs", "Measures", "Training", "Records"],
        ["Reports"] = ["Specs", "Measures", "Records", "QuestPDF"],
        ["Runner"] = ["Specs", "Measures", "Training", "Measuring", "Records", "Reports", "System.CommandLine", "Spectre.Console", "Spectre.Console.Ansi"],
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
    public void AnAssemblyRefersOnlyToWhatItMay(string project)
    {
        var references = References(project).ToList();

        Assert.Contains("System.Runtime", references); // it was read
        Assert.Subset(Allowed[project].ToHashSet(), references.Where(name => !IsOfTheRuntime(name)).ToHashSet());
    }

    private static bool IsOfTheRuntime(string name) =>
        name is "System.CommandLine" ? false : name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal);

    private static IEnumerable<string> References(string project)
    {
        var name = project == "Runner" ? "collapse" : $"NeuralCollapse.{project}";
        using var assembly = new PEReader(File.OpenRead(Path.Combine(RepositoryFiles.Root, ".artifacts", "bin", $"NeuralCollapse.{project}", Configuration, $"{name}.dll")));
        var metadata = assembly.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(r => metadata.GetString(metadata.GetAssemblyReference(r).Name).Replace("NeuralCollapse.", "", StringComparison.Ordinal))];
    }

    /// <summary>release or debug, as these tests were compiled.</summary>
    private static string Configuration => Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
}
