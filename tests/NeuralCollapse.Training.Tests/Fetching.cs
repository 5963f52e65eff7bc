using NeuralCollapse.Specs;

namespace NeuralCollapse.Training.Tests;

public sealed class Fetching : IDisposable
{
    private const string Md5 = "34fadf2975834e9a357ec41d3e6df067"; // of the content

    private static readonly byte[] Content = [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i % 251))];
    private static readonly byte[] Wrong = [.. Content.Reverse()];

    private readonly TemporaryFolder folder = new();
    private readonly HttpClient client = new();
    private readonly List<Transferred> progress = [];

    private string Target => Path.Combine(folder.Path, "small", "file.gz");

    private string Part => Path.Combine(folder.Path, "small", ".file.gz.part");

    public void Dispose()
    {
        client.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task AFileArrivesWhole()
    {
        using var server = new RangeServer(Content);

        await Fetch(server);

        Assert.Equal(Content, File.ReadAllBytes(Target));
        Assert.Equal([Target], Directory.GetFiles(Path.GetDirectoryName(Target)!));
        Assert.Equal([("/files/file.gz", 0)], server.Requests);
        Assert.Equal(new("file.gz", 300_000, 300_000), progress[^1]);
    }

    [Fact]
    public async Task ABrokenConnectionIsContinuedWhereItBroke()
    {
        using var server = new RangeServer(Content, 100_000, 50_000);

        await Fetch(server);

        Assert.Equal(Content, File.ReadAllBytes(Target));
        Assert.Equal([0, 100_000, 150_000], server.Requests.Select(r => r.From));
        Assert.All(progress, p => Assert.Equal(300_000, p.Total));
    }

    [Fact]
    public async Task AServerThatFallsSilentIsAskedAgain()
    {
        using var server = new RangeServer(Content, 100_000) { FallsSilent = true };

        await Fetch(server);

        Assert.Equal(Content, File.ReadAllBytes(Target));
        Assert.Equal([0, 100_000], server.Requests.Select(r => r.From));
    }

    [Fact]
    public async Task AnInterruptedDownloadGoesOnNextTime()
    {
        using var interrupt = new CancellationTokenSource();
        using (var server = new RangeServer(Content, 100_000) { FallsSilent = true })
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Fetch(p => CancelAt(p, 100_000, interrupt), interrupt.Token, server));
        Assert.Equal(Content[..100_000], File.ReadAllBytes(Part));
        Assert.False(File.Exists(Target));

        using var again = new RangeServer(Content);
        await Fetch(again);

        Assert.Equal(Content, File.ReadAllBytes(Target));
        Assert.Equal([100_000], again.Requests.Select(r => r.From));
    }

    [Fact]
    public async Task AServerThatCannotContinueBeginsAnew()
    {
        using var server = new RangeServer(Content, 100_000) { IgnoresRanges = true };

        await Fetch(server);

        Assert.Equal(Content, File.ReadAllBytes(Target));
    }

    [Fact]
    public async Task WrongBytesOfAnEarlierTimeAreFetchedAnew()
    {
        using var server = new RangeServer(Content);
        Directory.CreateDirectory(Path.GetDirectoryName(Part)!);
        File.WriteAllBytes(Part, Wrong[..1000]);

        await Fetch(server);

        Assert.Equal(Content, File.ReadAllBytes(Target));
        Assert.Equal([1000, 0], server.Requests.Select(r => r.From));
    }

    [Theory]
    [InlineData(300_000, 1)]
    [InlineData(400_000, 2)]
    public async Task AFileThatHadArrivedWholeIsRecognisedByItsChecksum(int length, int requests)
    {
        using var server = new RangeServer(Content);
        Directory.CreateDirectory(Path.GetDirectoryName(Part)!);
        File.WriteAllBytes(Part, [.. Content, .. new byte[length - Content.Length]]);

        await Fetch(server);

        Assert.Equal(Content, File.ReadAllBytes(Target));
        Assert.Equal(requests, server.Requests.Count);
    }

    [Fact]
    public async Task WrongBytesNeverGetTheNameOfTheFile()
    {
        using var server = new RangeServer(Wrong);

        var error = await Assert.ThrowsAsync<UserErrorException>(() => Fetch(server));

        Assert.Contains($"{server.Address}file.gz: expected MD5 {Md5}, got MD5 ", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(Target)!));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task TheNextMirrorIsTried()
    {
        using var wrong = new RangeServer(Wrong);
        using var right = new RangeServer(Content);

        await Fetch(wrong, right);

        Assert.Equal(Content, File.ReadAllBytes(Target));
    }

    [Fact]
    public async Task WithoutAConnectionTheMessageSaysWhatToPutWhere()
    {
        var server = new RangeServer(Content);
        var address = server.Address;
        server.Dispose();

        var error = await Assert.ThrowsAsync<UserErrorException>(() => Fetch(address));

        Assert.StartsWith($"file.gz of Small cannot be fetched:\n  {address}file.gz: ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith($"without one, put the file (MD5 {Md5}) into {Path.Combine(folder.Path, "small")}", error.Message, StringComparison.Ordinal);
    }

    private static void CancelAt(Transferred transferred, long bytes, CancellationTokenSource interrupt)
    {
        if (transferred.Bytes == bytes)
            interrupt.Cancel();
    }

    private Task Fetch(params RangeServer[] servers) => Fetch(progress.Add, CancellationToken.None, servers);

    private Task Fetch(Action<Transferred> told, CancellationToken interrupt, params RangeServer[] servers) =>
        Fetch(told, interrupt, [.. servers.Select(server => server.Address)]);

    private Task Fetch(Uri address) => Fetch(progress.Add, CancellationToken.None, address);

    private Task Fetch(Action<Transferred> told, CancellationToken interrupt, params Uri[] mirrors)
    {
        var file = new OfficialFile { Name = "file.gz", Unpacked = "file", Md5 = Md5 };
        var data = new OfficialData { Title = "Small", Whole = new Small(), Format = IdxDataSet.Read, Mirrors = mirrors, Files = [file] };
        return new Download(client, pause: TimeSpan.Zero, patience: TimeSpan.FromSeconds(2)).Fetch(data, file, folder.Path, told, interrupt);
    }

    [Kind("small")]
    private sealed record Small() : OfficialImages(1, 1, classes: 1);
}
