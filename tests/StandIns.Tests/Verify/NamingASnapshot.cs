namespace StandIns.Tests.Snapshots;

public sealed class NamingASnapshot : IDisposable
{
    private readonly SnapshotDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task ItIsNamedAfterClassAndMethod()
    {
        await directory.Failure(Verify("text"));

        Assert.Equal(["NamingASnapshot.ItIsNamedAfterClassAndMethod.received.txt"], directory.Files);
    }

    [Fact]
    public async Task ARelativeDirectoryStartsAtTheSourceFile() => await Verify("Found beside the test.\nIn two lines.").UseDirectory("Snapshots");

    [Fact]
    public async Task AFileNameReplacesClassAndMethod()
    {
        await directory.Failure(Verify("text").UseFileName("summary"));

        Assert.Equal(["summary.received.txt"], directory.Files);
    }

    [Fact]
    public async Task TwoVerificationsCannotShareAName()
    {
        directory.Write("shared.verified.txt", "text");
        await Verify("text").UseDirectory(directory.Path).UseFileName("shared");

        var error = await directory.Failure(Verify("text").UseFileName("shared"));

        Assert.Equal(
            $"Two verifications have the same snapshot name, shared, in {directory.Path}. " +
            "Tell them apart with UseFileName or UseDirectory.",
            error.Message);
    }

    public sealed class Nested : IDisposable
    {
        private readonly SnapshotDirectory directory = new();

        public void Dispose() => directory.Dispose();

        [Fact]
        public async Task ANestedClassIsNamedAfterTheOuterOne()
        {
            await directory.Failure(Verify("text"));

            Assert.Equal(["NamingASnapshot.Nested.ANestedClassIsNamedAfterTheOuterOne.received.txt"], directory.Files);
        }
    }
}
