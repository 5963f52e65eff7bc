namespace StandIns.Tests.Snapshots;

public sealed class MatchingASnapshot : IDisposable
{
    private readonly SnapshotDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AByteOrderMarkIsNoPartOfTheText(bool byteOrderMark)
    {
        _directory.Write("text.verified.txt", "one\ntwo λ", byteOrderMark);

        await Verify("one\ntwo λ").UseDirectory(_directory.Path).UseFileName("text");

        Assert.Equal(["text.verified.txt"], _directory.Files);
    }

    [Fact]
    public async Task WhatAnEarlierFailureReceivedIsRemoved()
    {
        _directory.Write("text.verified.txt", "one");
        _directory.Write("text.received.txt", "two");

        await Verify("one").UseDirectory(_directory.Path).UseFileName("text");

        Assert.Equal(["text.verified.txt"], _directory.Files);
    }

    [Theory]
    [InlineData("one\r\ntwo\rthree", "one\ntwo\nthree")]
    [InlineData("", "emptyString")]
    [InlineData(null, "null")]
    public async Task TheTextIsWrittenWithLineFeedsAndNeverEmpty(string? target, string text)
    {
        _directory.Write("text.verified.txt", text);

        await Verify(target).UseDirectory(_directory.Path).UseFileName("text");

        Assert.Equal(["text.verified.txt"], _directory.Files);
    }

    [Theory]
    [InlineData("one\n")]
    [InlineData("one ")]
    [InlineData("One")]
    public async Task EveryCharacterCounts(string target)
    {
        _directory.Write("text.verified.txt", "one");

        await _directory.Failure(Verify(target).UseFileName("text"));

        Assert.Contains("text.received.txt", _directory.Files);
    }
}
