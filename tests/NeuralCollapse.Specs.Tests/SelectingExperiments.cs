namespace NeuralCollapse.Specs.Tests;

public sealed class SelectingExperiments : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    public SelectingExperiments()
    {
        foreach (var name in new[] { "mnist-small.yaml", "mnist-large.yaml", "quick.yaml", "README.md" })
            File.WriteAllText(PathOf(name), "");
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void ByName() => Assert.Equal([PathOf("quick.yaml")], Select("quick"));

    [Fact]
    public void ByPath() => Assert.Equal([PathOf("quick.yaml")], Select(PathOf("quick.yaml")));

    [Theory]
    [InlineData("mnist-*")]
    [InlineData("mnist-?????")]
    [InlineData("mnist-*.yaml")]
    public void ByGlobInTheOrderOfNames(string glob) =>
        Assert.Equal([PathOf("mnist-large.yaml"), PathOf("mnist-small.yaml")], Select(glob));

    [Fact]
    public void ByGlobInAnotherFolder() => Assert.Equal(
        [PathOf("quick.yaml")],
        ExperimentFiles.Select("elsewhere", [PathOf("q*.yaml")]));

    [Fact]
    public void ChosenTwiceIsThereOnce() => Assert.Equal(
        [PathOf("mnist-small.yaml"), PathOf("mnist-large.yaml"), PathOf("quick.yaml")],
        Select("mnist-small", "*", PathOf("quick.yaml")));

    [Fact]
    public void AnUnknownNameListsTheKnownOnes() => Assert.Equal(
        $"mnist-smal: expected an experiment, got no such file; {folder.FullName} has mnist-large, mnist-small, quick; "
            + "did you mean mnist-small?",
        Assert.Throws<UserErrorException>(() => Select("mnist-smal")).Message);

    [Fact]
    public void APathNeedsNoExtension() => Assert.Equal([PathOf("README.md")], Select(PathOf("README.md")));

    [Theory]
    [InlineData("cifar-*", "FOLDER has mnist-large, mnist-small, quick")]
    [InlineData("QUICK*", "FOLDER has mnist-large, mnist-small, quick; did you mean quick?")]
    [InlineData("quick.yml", "FOLDER has mnist-large, mnist-small, quick")]
    [InlineData("README", "FOLDER has mnist-large, mnist-small, quick")]
    [InlineData("Quick", "FOLDER has mnist-large, mnist-small, quick; did you mean quick?")]
    [InlineData("elsewhere/quick.yaml", "there are none in elsewhere")]
    [InlineData("elsewhere/quick", "there are none in elsewhere")]
    [InlineData("elsewhere/*", "there are none in elsewhere")]
    [InlineData("quick.yaml", "there are none in .")]
    public void WhatFindsNothingIsAnErrorThatSaysWhatThereIs(string pattern, string known)
    {
        var message = Assert.Throws<UserErrorException>(() => Select(pattern)).Message;

        Assert.Equal(
            $"{pattern}: expected an experiment, got no such file; {known.Replace("FOLDER", folder.FullName, StringComparison.Ordinal)}", message);
    }

    private IReadOnlyList<string> Select(params string[] patterns) => ExperimentFiles.Select(folder.FullName, patterns);

    private string PathOf(string name) => Path.Combine(folder.FullName, name);
}
