namespace Build.Tests;

[Collection(UntouchedRepository.Name)]
public sealed class EndingABuild(TemporaryRepository repository)
{
    [Fact]
    public void Success_is_zero_and_shows_what_the_executable_printed_and_nothing_else()
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
    public void The_exit_code_of_the_executable_becomes_that_of_the_build(string target, string command, int exitCode) =>
        Assert.Equal(exitCode, repository.Build($"EXIT_{command}={exitCode}", $"--target={target}").ExitCode);

    [Fact]
    public void After_a_failure_nothing_else_runs_and_nothing_is_added_to_what_the_executable_said()
    {
        repository.Build("--target=Plan"); // compiles, so that the next run has nothing to tell of that
        var ending = repository.Build("EXIT_verify=3");
        Assert.Equal("collapse run\nin ROOT\ncollapse verify\nin ROOT\n", ending.Output);
        Assert.Equal("", ending.Errors);
    }

    [Fact]
    public void Several_targets_run_in_the_order_given() =>
        Assert.Equal("collapse verify\nin ROOT\ncollapse plan\nin ROOT\n", repository.Build("--target=Verify", "--target=Plan").Output);
}
