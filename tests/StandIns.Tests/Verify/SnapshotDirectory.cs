using System.Text;

namespace StandIns.Tests.Snapshots;

/// <summary>An empty directory for the snapshots of one test, removed after it.</summary>
public sealed class SnapshotDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("snapshots-").FullName;

    public IEnumerable<string> Files => Directory.EnumerateFiles(Path).Select(file => System.IO.Path.GetFileName(file)!).Order();

    public void Write(string name, string text, bool byteOrderMark = true) =>
        File.WriteAllText(System.IO.Path.Combine(Path, name), text, new UTF8Encoding(byteOrderMark));

    public byte[] Read(string name) => File.ReadAllBytes(System.IO.Path.Combine(Path, name));

    /// <summary>Runs a verification that has to fail and returns what it throws.</summary>
    public Task<Exception> Failure(SettingsTask verification) =>
        Assert.ThrowsAnyAsync<Exception>(async () => await verification.UseDirectory(Path));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
