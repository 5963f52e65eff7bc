namespace Build.Tests;

[Collection(UntouchedRepository.Name)]
public sealed class EndingABuild(TemporaryRepository repository)
{
    [Fact]
    public void SuccessIsZeroAndShowsWhatTheExecutablePrintedAndNothingElse()
    {
        var ending = repository.Build("--target=Verify");
        Assert.Equal((0, "collapse verify\nin ROOT\n"), (ending.ExitCode, ending.Output));
    }

    [Theory]
    [InlineData("Reproduce", "run", 1)]
    [InlineData("Verify", "verify", 3)]
    [InlineData("Plan", "plan", 2)]
    [InlineData("Reproduce", "run", 130)]
    [InlineData("Report", "report", 134)]
    public void TheExitCodeOfTheExecutableBecomesThatOfTheBuild(string target, string command, int exitCode) =>
        Assert.Equal(exitCode, repository.Build($"EXIT_{command}={exitCode}", $"--target={target}").ExitCode);

    [Fact]
    public void AfterAFailureNothingElseRunsAndNothingIsAddedToWhatTheExecutableSaid()
    {
        repository.Build("--target=Plan"); // compiles, so that the next run has nothing to tell of that
        var ending = repository.Build("EXIT_verify=3");
        Assert.Equal("collapse run\nin ROOT\ncollapse verify\nin ROOT\n", ending.Output);
        Assert.Equal("", ending.Errors);
    }

    [Fact]
    public void SeveralTargetsRunInTheOrderGiven() =>
        Assert.Equal("collapse verify\nin ROOT\ncollapse plan\nin ROOT\n", repository.Build("--target=Verify", "--target=Plan").Output);
}
