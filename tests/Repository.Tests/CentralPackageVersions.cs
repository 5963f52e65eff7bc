using System.Xml.Linq;

namespace Repository.Tests;

/// <summary>
/// A central version applies to what packages depend on as well. One without a reference says nothing of this repository, and forbids a
/// package to ask for more.
/// </summary>
public sealed class CentralPackageVersions
{
    private static readonly XElement[] Versions =
        [.. XDocument.Load(Path.Combine(RepositoryFiles.Root, "Directory.Packages.props")).Descendants("PackageVersion")];

    [Fact]
    public void EveryVersionHasAReference() =>
        Assert.Equal([], Ids(Versions.Where(version => version.Parent!.Attribute("Condition") is null)).Except(References(ofStandIns: false)));

    [Fact]
    public void WhatStandInsAloneReferenceHasNoVersionWithoutThem()
    {
        var conditional = Versions.Where(version => version.Parent!.Attribute("Condition") is not null).ToList();

        Assert.All(conditional, version => Assert.Equal("'$(StandIns)' == 'true'", version.Parent!.Attribute("Condition")!.Value));
        Assert.Equal([], Ids(conditional).Except(References(ofStandIns: true)));
    }

    private static IEnumerable<string> References(bool ofStandIns) => new[] { "build", "src", "tests" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, folder), "*", SearchOption.AllDirectories))
        .Where(file => Path.GetExtension(file) is ".csproj" or ".props" or ".targets")
        .Where(file => Path.GetRelativePath(RepositoryFiles.Root, file).Contains("StandIns", StringComparison.Ordinal) == ofStandIns)
        .SelectMany(file => Ids(XDocument.Load(file).Descendants("PackageReference")));

    private static IEnumerable<string> Ids(IEnumerable<XElement> items) => items.Select(item => item.Attribute("Include")!.Value);
}
