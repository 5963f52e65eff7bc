namespace StandIns.Tests.Snapshots;

public sealed class NamingTheCasesOfATheory : IDisposable
{
    private readonly SnapshotDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a/b:c\n", "a-b-c-")]
    [InlineData(null, "null")]
    [InlineData(-3, "-3")]
    [InlineData(0.5, "0.5")]
    [InlineData(true, "True")]
    [InlineData(DayOfWeek.Monday, "Monday")]
    public async Task AParameterIsNamedWithItsValue(object? value, string text)
    {
        await _directory.Failure(Verify("text").UseParameters(value));

        Assert.Equal([$"NamingTheCasesOfATheory.AParameterIsNamedWithItsValue_value={text}.received.txt"], _directory.Files);
    }

    [Theory]
    [InlineData("mixup", 2)]
    public async Task ParametersFollowEachOther(string name, int seed)
    {
        await _directory.Failure(Verify("text").UseParameters(name, seed));

        Assert.Equal(["NamingTheCasesOfATheory.ParametersFollowEachOther_name=mixup_seed=2.received.txt"], _directory.Files);
    }

    [Theory]
    [InlineData(1)]
    public async Task MoreValuesThanParametersAreAMistake(int one)
    {
        var mistake = await _directory.Failure(Verify("text").UseParameters(one, 2));

        Assert.Equal(
            "The number of passed in parameters (2) must not exceed the number of parameters for the method (1).", mistake.Message);
    }

    [Theory]
    [InlineData(1)]
    public async Task AValueWithoutAnObviousTextIsRefused(int one)
    {
        var mistake = await _directory.Failure(Verify("text").UseParameters(new[] { one }));

        Assert.Equal(
            "Expected a string, number, bool or enum as a parameter of a snapshot; got System.Int32[]. Pass its text instead.",
            mistake.Message);
    }

    [Fact]
    public void NoValuesAreAMistake() => Assert.Throws<ArgumentException>("parameters", () => { Verify("text").UseParameters(); });
}
