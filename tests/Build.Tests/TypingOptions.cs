namespace Build.Tests;

[Collection(UntouchedRepository.Name)]
public sealed class TypingOptions(TemporaryRepository repository)
{
    [Fact]
    public void ACommandReceivesTheOptionsItAcceptsAsTheyWereTyped()
    {
        var ending = repository.Build("--target=Reproduce", "--results=a \"b\" c", "--jobs", "2", "--force", "--experiment=x", "--experiment=y");
        Assert.Contains("collapse run|--experiment=x|--experiment=y|--jobs=2|--results=a \"b\" c|--force\n", ending.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void OfSeveralCommandsEachReceivesItsOwn()
    {
        var ending = repository.Build("--jobs=2", "--results=there");
        Assert.Contains("collapse run|--jobs=2|--results=there\n", ending.Output, StringComparison.Ordinal);
        Assert.Contains("collapse verify|--results=there\n", ending.Output, StringComparison.Ordinal);
        Assert.Contains("collapse report|--results=there\n", ending.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--target=Data", "collapse data|list\n")]
    [InlineData("--target=Data --dataset=mnist --data=there", "collapse data|fetch|--dataset=mnist|--data=there\n")]
    public void DataAreFetchedWhenADataSetIsNamedAndElseListed(string typed, string started) =>
        Assert.Contains(started, repository.Build(typed.Split(' ')).Output, StringComparison.Ordinal);

    [Fact]
    public void ANewSpecTakesAnyKeyByItsDottedName()
    {
        var ending = repository.Build("--target=New", "--name=mine", "--training.batch-size=64", "--training.optimizer={ kind: sgd, learning-rate: 0.1 }");
        Assert.Contains("collapse new|--name=mine|--training.batch-size=64|--training.optimizer={ kind: sgd, learning-rate: 0.1 }\n", ending.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--target=Plan --training.batch-size=64", "--key is not used by Plan; it belongs to New.")]
    [InlineData("--target=New --training.batch-size", "--training.batch-size needs a value: --training.batch-size=VALUE.")]
    [InlineData("--jbos=2", "There is no option --jbos; did you mean --jobs? --help lists them all.")]
    [InlineData("--target=Verfy", "There is no target Verfy; did you mean Verify?")]
    [InlineData("--target", "--target needs a value: --target=NAME.")]
    [InlineData("--data=", "--data needs a value: --data=DIR.")]
    [InlineData("--force=yes", "--force takes no value, got 'yes'.")]
    [InlineData("--target=Verify --jobs=2", "--jobs is not used by Verify; it belongs to Default, Reproduce.")]
    [InlineData("--target=Plan quick", "'quick' is not an option.")]
    public void AnErrorIsExplainedWithExitCode2BeforeAnythingRuns(string typed, string message)
    {
        var ending = repository.Build(typed.Split(' '));
        Assert.Equal((2, ""), (ending.ExitCode, ending.Output));
        Assert.StartsWith(message, ending.Errors, StringComparison.Ordinal);
        Assert.Single(ending.Errors.TrimEnd().Split('\n'));
    }

    [Fact]
    public void HelpListsEveryTargetAndEveryOption()
    {
        var ending = repository.Build("--help");
        Assert.Equal(0, ending.ExitCode);
        Assert.Contains("Reproduce", ending.Output, StringComparison.Ordinal);
        Assert.Contains("--keep-going", ending.Output, StringComparison.Ordinal);
    }
}
