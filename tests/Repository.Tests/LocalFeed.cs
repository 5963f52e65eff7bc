using System.IO.Compression;
using System.Reflection;

namespace Repository.Tests;

/// <summary>
/// A package feed in a temporary folder, with packages that hold nothing but their dependencies. They are unpacked there as well, so that
/// none can be taken for a genuine one afterwards, and nothing of the ordinary build is touched.
/// </summary>
internal sealed class LocalFeed : IDisposable
{
    private static readonly string FetchedPackages = typeof(LocalFeed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "PackageFolder").Value!;

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("feed-");

    /// <summary>The projects that the last <see cref="Restore"/> looked at.</summary>
    public IEnumerable<string> RestoredProjects => root.CreateSubdirectory("artifacts/obj").EnumerateDirectories().Select(project => project.Name);

    public void Add(string id, string version, params (string Id, string Version)[] dependencies)
    {
        using var package = ZipFile.Open(Path.Combine(root.CreateSubdirectory("feed").FullName, $"{id}.{version}.nupkg"), ZipArchiveMode.Create);
        using var manifest = new StreamWriter(package.CreateEntry($"{id}.nuspec").Open());
        manifest.Write($"""
            <package>
              <metadata>
                <id>{id}</id>
                <version>{version}</version>
                <authors>nobody</authors>
                <description>Dependencies alone</description>
                <dependencies>
                  <group targetFramework="net10.0">
                    {string.Concat(dependencies.Select(dependency => $"<dependency id=\"{dependency.Id}\" version=\"{dependency.Version}\" />"))}
                  </group>
                </dependencies>
              </metadata>
            </package>
            """);
    }

    /// <summary>Restores the solution without stand-ins from this feed and the packages that were fetched before.</summary>
    public (int ExitCode, string Output) Restore() => MSBuild.Run([
        "src/NeuralCollapse.slnx", "-target:Restore",
        "-property:StandIns=false",
        $"-property:ArtifactsPath={PathTo("artifacts")}",
        $"-property:RestoreSources={root.CreateSubdirectory("feed").FullName}",
        $"-property:RestorePackagesPath={PathTo("packages")}",
        $"-property:RestoreFallbackFolders={FetchedPackages}",
        "-property:RestorePackagesWithLockFile=false",
        "-property:RestoreLockedMode=false",
        $"-property:NuGetLockFilePath={PathTo("none.lock.json")}",
        "-property:NuGetAudit=false",
    ]);

    public void Dispose() => root.Delete(recursive: true);

    private string PathTo(string name) => Path.Combine(root.FullName, name);
}
