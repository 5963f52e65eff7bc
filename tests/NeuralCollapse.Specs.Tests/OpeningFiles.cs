using System.Diagnostics;

namespace NeuralCollapse.Specs.Tests;

public sealed class OpeningFiles : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("collapse-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(int.MaxValue)]
    public void AFileWithinTheBoundIsReadWhateverTheBound(int most) => Assert.Equal("12345"u8, InputFile.Read(Written("12345"), most));

    [Fact]
    public void AFileOneByteLongerIsRefused()
    {
        var path = Written("12345");

        var message = Assert.Throws<UserErrorException>(() => InputFile.Read(path, 4)).Message;

        Assert.Equal($"{path}: expected a file of at most 4 bytes, got a longer one\n  remedy: name another file, or shorten it", message);
    }

    [Fact]
    public void AFileThatIsMissingIsNotTakenForAPipe() => Assert.Throws<FileNotFoundException>(() => InputFile.Open(PathOf("missing")));

    [Fact]
    public void AFolderIsNotTakenForAPipe() => Assert.Throws<UnauthorizedAccessException>(() => InputFile.Open(folder.FullName));

    [Fact]
    public void ALinkToALinkToNothingIsRefused()
    {
        var (link, between) = (PathOf("link"), PathOf("between"));
        File.CreateSymbolicLink(between, PathOf("missing"));
        File.CreateSymbolicLink(link, between);

        var message = Assert.Throws<UserErrorException>(() => InputFile.Open(link)).Message;

        Assert.Equal($"{link}: expected a file, got a link to nothing\n  remedy: put the file there that it links to, or remove the link", message);
    }

    [Fact]
    public void ALinkToALinkToAFileIsFollowed()
    {
        var (link, between) = (PathOf("link"), PathOf("between"));
        File.CreateSymbolicLink(between, Written("12345"));
        File.CreateSymbolicLink(link, between);

        Assert.Equal("12345"u8, InputFile.Read(link, 5));
    }

    [Fact]
    public void NothingIsLeftOpen()
    {
        if (!Directory.Exists("/proc/self/fd"))
            return;
        var pipe = PathOf("pipe");
        Process.Start("mkfifo", [pipe]).WaitForExit();

        InputFile.Read(Written("12345"), 5);
        Assert.Throws<UserErrorException>(() => InputFile.Open(pipe));
        Assert.Throws<UnauthorizedAccessException>(() => InputFile.Open(folder.FullName));

        var open = Directory.EnumerateFileSystemEntries("/proc/self/fd").Select(entry => new FileInfo(entry).LinkTarget);
        Assert.DoesNotContain(open, target => target?.StartsWith(folder.FullName, StringComparison.Ordinal) == true);
    }

    private string Written(string text)
    {
        File.WriteAllText(PathOf("file"), text);
        return PathOf("file");
    }

    private string PathOf(string name) => Path.Combine(folder.FullName, name);
}
