using System.Diagnostics;

namespace NeuralCollapse.Specs.Tests;

/// <summary>A spec that nobody would write by hand is refused in a moment and in little memory, with its place.</summary>
public sealed class KeepingWithinBounds : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("collapse-bounds-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{a: ", "}")]
    [InlineData("- ", "")]
    [InlineData("[", "")]
    [InlineData("{a: ", "")]
    public void Depth(string open, string close) => AssertRefused(
        $"a: {Many(open, 100_000)}{Many(close, 100_000)}".Replace("a: - ", "- ", StringComparison.Ordinal), "expected at most 32 lists and maps inside each other, got more");

    [Fact]
    public void KeysAndValues() => AssertRefused(string.Concat(Enumerable.Range(0, 100_000).Select(i => $"k{i}: 1\n")), ":10000:8: expected at most 20000 keys and values in a file, got more");

    [Fact]
    public void PointsOfTheMatrix() => AssertRefused(
        $"{Example.Valid}matrix: {{ training.epochs: [{Numbers(4, 300)}], training.batch-size: [{Numbers(2, 300)}], training.optimizer.learning-rate: [{Numbers(1, 300)}] }}",
        "matrix: expected at most 10000 points, got 27000000; split the experiment");

    [Fact]
    public void Cells() => AssertRefused(
        $"{Example.Valid.Replace("seeds: [0]", $"seeds: [{Numbers(0, 200)}]", StringComparison.Ordinal)}matrix: {{ training.batch-size: [{Numbers(2, 60)}] }}",
        "seeds: expected at most 10000 cells, points of the matrix times seeds, got 12000; split the experiment");

    [Fact]
    public void ValuesOfRanges() => AssertRefused(
        Example.Valid.Replace("epochs: [1, 4]", $"epochs: [{string.Join(", ", Enumerable.Repeat("{ from: 0, to: 100000, every: 1 }", 2000))}]", StringComparison.Ordinal),
        "measure.epochs: expected at most 100001 values, got more");

    [Theory]
    [InlineData("name: example", "name: ", 245, "name: expected at most 100 characters, got 245")]
    [InlineData("title: An example", "title: ", 200_000, "title: expected at most 200 characters, got 200000")]
    [InlineData("title: An example", "title: x\nclaim: ", 200_000, "claim: expected at most 2000 characters, got 200000")]
    public void Texts(string old, string key, int length, string message) =>
        AssertRefused(Example.Valid.Replace(old, key + Many("x", length), StringComparison.Ordinal), message);

    [Fact]
    public void AMessageQuotesTheBeginningOfALongText() =>
        AssertRefused(Example.Valid.Replace("epochs: 4", $"epochs: {Many("x", 5000)}", StringComparison.Ordinal), $"got the text \"{Many("x", 100)}...\"");

    [Fact]
    public void OfManyErrorsTheFirstAreTold()
    {
        var message = AssertRefused($"{Example.Valid}{string.Concat(Enumerable.Range(0, 80).Select(i => $"k{i}: 1\n"))}", "\nand 30 more\n80 errors in example.yaml");

        Assert.Equal(52, message.Split('\n').Length);
    }

    [Theory]
    [InlineData("name:\0example", "1:6", "U+0000")]
    [InlineData("name: example\ntitle: \u001b[31mred", "2:8", "U+001B")]
    [InlineData("\u0007name: example", "1:1", "U+0007")]
    [InlineData("name: example\u0007", "1:14", "U+0007")]
    [InlineData("name: exam\u009bple", "1:11", "U+009B")]
    public void AControlCharacterIsNamedAtItsPlace(string start, string place, string character) =>
        AssertRefused(start + Example.Valid["name: example".Length..], $"example.yaml:{place}: expected text, got the character {character}, which nobody sees; remove it");

    [Fact]
    public void APipeIsNotWaitedFor()
    {
        if (OperatingSystem.IsWindows())
            return;
        var pipe = Path.Combine(folder.FullName, "example.yaml");
        Process.Start("mkfifo", [pipe]).WaitForExit();

        Assert.Equal($"{pipe}: expected a file, got a pipe, which may never end\n  remedy: write its content into a file", Loading(pipe).Message);
    }

    [Fact]
    public void ADeviceWithoutEndIsNotReadToIt()
    {
        if (!File.Exists("/dev/zero"))
            return;
        var link = Path.Combine(folder.FullName, "example.yaml");
        File.CreateSymbolicLink(link, "/dev/zero");

        Assert.StartsWith($"{link}: expected a file of at most 1048576 bytes, got a longer one", Loading(link).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ALinkToNothingIsSaidToBeOne()
    {
        var link = Path.Combine(folder.FullName, "example.yaml");
        File.CreateSymbolicLink(link, "/nowhere/x.yaml");

        Assert.StartsWith($"{link}: expected a file, got a link to nothing", Assert.Throws<UserErrorException>(() => InputFile.Open(link)).Message, StringComparison.Ordinal);
    }

    private static UserErrorException Loading(string path) => Assert.Throws<UserErrorException>(() => ExperimentSpec.Load(path));

    private static string Many(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static string Numbers(int from, int count) => string.Join(", ", Enumerable.Range(from, count));

    private static string AssertRefused(string text, string message)
    {
        var watch = Stopwatch.StartNew();
        var allocated = GC.GetAllocatedBytesForCurrentThread();

        var thrown = Assert.Throws<UserErrorException>(() => Example.Parse(text)).Message;

        Assert.Contains(message, thrown, StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 500_000_000);
        return thrown;
    }
}
