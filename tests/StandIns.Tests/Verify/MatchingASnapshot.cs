namespace StandIns.Tests.Snapshots;

public sealed class MatchingASnapshot : IDisposable
{
    private readonly SnapshotDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AByteOrderMarkIsNoPartOfTheText(bool byteOrderMark)
    {
        directory.Write("text.verified.txt", "one\ntwo λ", byteOrderMark);

        await Verify("one\ntwo λ").UseDirectory(directory.Path).UseFileName("text");

        Assert.Equal(["text.verified.txt"], directory.Files);
    }

    [Fact]
    public async Task WhatAnEarlierFailureReceivedIsRemoved()
    {
        directory.Write("text.verified.txt", "one");
        directory.Write("text.received.txt", "two");

        await Verify("one").UseDirectory(directory.Path).UseFileName("text");

        Assert.Equal(["text.verified.txt"], directory.Files);
    }

    [Theory]
    [InlineData("one\r\ntwo\rthree", "one\ntwo\nthree")]
    [InlineData("", "emptyString")]
    [InlineData(null, "null")]
    public async Task TheTextIsWrittenWithLineFeedsAndNeverEmpty(string? target, string text)
    {
        directory.Write("text.verified.txt", text);

        await Verify(target).UseDirectory(directory.Path).UseFileName("text");

        Assert.Equal(["text.verified.txt"], directory.Files);
    }

    [Theory]
    [InlineData("one\n")]
    [InlineData("one ")]
    [InlineData("One")]
    public async Task EveryCharacterCounts(string target)
    {
        directory.Write("text.verified.txt", "one");

        await directory.Failure(Verify(target).UseFileName("text"));

        Assert.Contains("text.received.txt", directory.Files);
    }
}
