namespace StandIns.Tests.Snapshots;

public sealed class FailingAVerification : IDisposable
{
    private readonly SnapshotDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task AMissingSnapshotIsNew()
    {
        var failure = await directory.Failure(Verify("one\ntwo").UseFileName("text"));

        Assert.Equal(
            $"""
            Directory: {directory.Path}
            New:
              - Received: text.received.txt
                Verified: text.verified.txt

            FileContent:

            New:

            Received: text.received.txt
            one
            two


            """,
            failure.Message);
        Assert.Equal(["text.received.txt"], directory.Files);
    }

    [Fact]
    public async Task AnEmptySnapshotIsNotEqual()
    {
        directory.Write("text.verified.txt", "");

        var failure = await directory.Failure(Verify("one").UseFileName("text"));

        Assert.StartsWith($"Directory: {directory.Path}\nNotEqual:\n", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherTextIsNotEqual()
    {
        directory.Write("text.verified.txt", "one");

        var failure = await directory.Failure(Verify("two").UseFileName("text"));

        Assert.Equal(
            $"""
            Directory: {directory.Path}
            NotEqual:
              - Received: text.received.txt
                Verified: text.verified.txt

            FileContent:

            NotEqual:

            Received: text.received.txt
            two
            Verified: text.verified.txt
            one


            """,
            failure.Message);
        Assert.Equal("\uFEFFone"u8, directory.Read("text.verified.txt"));
    }

    [Fact]
    public async Task WhatIsReceivedHasAByteOrderMarkLineFeedsAndNothingAdded()
    {
        await directory.Failure(Verify("one\r\ntwo").UseFileName("text"));

        Assert.Equal("\uFEFFone\ntwo"u8, directory.Read("text.received.txt"));
    }

    [Fact]
    public async Task ACarriageReturnInASnapshotIsRefused()
    {
        directory.Write("text.verified.txt", "one\r\ntwo");

        var failure = await directory.Failure(Verify("one\r\ntwo").UseFileName("text"));

        Assert.Equal(
            $"""
            Expected \n line endings in a verified file, but found \r (carriage return).
            Path: {Path.Combine(directory.Path, "text.verified.txt")}
            Usually git wrote it that way on checkout. Add to .gitattributes:
              *.verified.txt text eol=lf working-tree-encoding=UTF-8
            and check the file out again: git rm --cached -r . && git reset --hard
            """,
            failure.Message);
    }
}
