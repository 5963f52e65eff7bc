namespace StandIns.Tests.Snapshots;

public sealed class NamingASnapshot : IDisposable
{
    private readonly SnapshotDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task ItIsNamedAfterClassAndMethod()
    {
        await _directory.Failure(Verify("text"));

        Assert.Equal(["NamingASnapshot.ItIsNamedAfterClassAndMethod.received.txt"], _directory.Files);
    }

    [Fact]
    public Task ARelativeDirectoryStartsAtTheSourceFile() => Verify("Found beside the test.\nIn two lines.").UseDirectory("Snapshots");

    [Fact]
    public async Task AFileNameReplacesClassAndMethod()
    {
        await _directory.Failure(Verify("text").UseFileName("summary"));

        Assert.Equal(["summary.received.txt"], _directory.Files);
    }

    [Fact]
    public async Task TwoVerificationsCannotShareAName()
    {
        _directory.Write("shared.verified.txt", "text");
        await Verify("text").UseDirectory(_directory.Path).UseFileName("shared");

        var mistake = await _directory.Failure(Verify("text").UseFileName("shared"));

        Assert.Equal(
            $"Two verifications have the same snapshot name, shared, in {_directory.Path}. " +
            "Tell them apart with UseFileName or UseDirectory.",
            mistake.Message);
    }

    public sealed class Nested : IDisposable
    {
        private readonly SnapshotDirectory _directory = new();

        public void Dispose() => _directory.Dispose();

        [Fact]
        public async Task ANestedClassIsNamedAfterTheOuterOne()
        {
            await _directory.Failure(Verify("text"));

            Assert.Equal(["NamingASnapshot.Nested.ANestedClassIsNamedAfterTheOuterOne.received.txt"], _directory.Files);
        }
    }
}
