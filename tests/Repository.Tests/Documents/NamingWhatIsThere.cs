namespace Repository.Tests;

/// <summary>Every file, heading, target, option, command, experiment and environment variable that a document names is there.</summary>
public sealed class NamingWhatIsThere
{
    private static readonly RepositoryNames Names = new();

    /// <summary>What a document names because it is not there, with the document.</summary>
    private static readonly Dictionary<(string Document, string Text), string> NotHere = new()
    {
        [("README.md", "--experiment=mine")] = "what a reader has written",
        [("README.md", "experiments/mine.yaml")] = "likewise",
        [("src/StandIns/Cake.Frosting/README.md", "--working")] = "listed there as not covered",
        [("src/StandIns/Cake.Frosting/README.md", "--version")] = "listed there as not covered",
        [("src/StandIns/Cake.Frosting/README.md", "--info")] = "listed there as not covered",
        [("src/StandIns/Cake.Frosting/README.md", "--no-report")] = "listed there as not covered",
    };

    private static readonly string[] Paths = [.. RepositoryFiles.All.Where(file => file.EndsWith(".md", StringComparison.Ordinal))];

    public static TheoryData<string> Documents => [.. Paths];

    [Theory]
    [MemberData(nameof(Documents))]
    public void WhatADocumentNamesIsThere(string document) =>
        Assert.Empty(ClaimsOf(document).Where(claim => claim.Error.Length > 0 && !NotHere.ContainsKey((claim.Document, claim.Text)))
            .Select(claim => $"{claim.Document}:{claim.Line}: {claim.Text}: {claim.Error}"));

    [Fact]
    public void EveryExceptionIsNeeded()
    {
        var wrong = Paths.SelectMany(ClaimsOf).Where(claim => claim.Error.Length > 0).Select(claim => (claim.Document, claim.Text));

        Assert.Subset(wrong.ToHashSet(), NotHere.Keys.ToHashSet());
    }

    /// <summary>A scan that finds nothing would find no error either.</summary>
    [Fact]
    public void TheScanFindsWhatItLooksFor()
    {
        Assert.Superset(new HashSet<string> { "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "results/README.md", "experiments/README.md" }, Paths.ToHashSet());
        Assert.InRange(Paths.SelectMany(ClaimsOf).Count(), 150, 2000);
        Assert.Superset(new HashSet<string> { "Default", "Reproduce", "Verify", "Report", "Test" }, Names.Targets.ToHashSet());
        Assert.Superset(new HashSet<string> { "--target", "--experiment", "--results", "--help" }, Names.BuildOptions.ToHashSet());
        Assert.Superset(new HashSet<string> { "plan", "run", "verify", "report", "data", "fetch", "measure", "evaluate", "theory" }, Names.Commands.ToHashSet());
        Assert.Superset(new HashSet<string> { "--experiment", "--weights", "--mu" }, Names.CommandOptions.ToHashSet());
        Assert.Superset(new HashSet<string> { ".artifacts", ".data", ".runs" }, Names.Ignored.ToHashSet());
    }

    [Theory]
    [InlineData("[a file](experiments/quikc.yaml)", "experiments/quikc.yaml", "there is no such file")]
    [InlineData("[up](../experiments/quick.yaml)", "../experiments/quick.yaml", "there is no such file")]
    [InlineData("# Heading\n\n[below](#headnig)", "#headnig", "it has no such heading")]
    [InlineData("[elsewhere](experiments/README.md#what-makes-a-cel)", "experiments/README.md#what-makes-a-cel", "it has no such heading")]
    [InlineData("see `build/Taks/TestTask.cs`", "build/Taks/TestTask.cs", "there is no such file or folder")]
    [InlineData("see `tests/Shapshots`", "tests/Shapshots", "there is no such file or folder")]
    [InlineData("see `metric.csv`", "metric.csv", "there is no such file or folder")]
    [InlineData("see `results/EXPERIMENT/cells/ID/metric.csv`", "results/EXPERIMENT/cells/ID/metric.csv", "there is no such file or folder")]
    [InlineData("as build/Taks says.", "build/Taks", "there is no such file or folder")]
    [InlineData("```\ntests/       one for each\nsrc/NeuralCollapse.Mesures/ too\n```", "src/NeuralCollapse.Mesures", "there is no such file or folder")]
    [InlineData("`./build.sh --target=Verfy`", "--target=Verfy", "there is no such target")]
    [InlineData("`--target=Verfy`", "--target=Verfy", "there is no such target")]
    [InlineData("```sh\n./build.sh --jbos=2   # two at once\n```", "--jbos=2", "there is no such option")]
    [InlineData("`--training.bach-size=64`", "--training.bach-size=64", "there is no such option")]
    [InlineData("the option `--jbos`", "--jbos", "there is no such option")]
    [InlineData("`./build.sh --experiment=mnist-small`", "--experiment=mnist-small", "there is no such experiment")]
    [InlineData("`./build.sh --experiment='mnist-*'`", "--experiment=mnist-*", "there is no such experiment")]
    [InlineData("`StandInz=false ./build.sh`", "StandInz=false", "no source reads this setting")]
    [InlineData("`collapse teory --loss=mae`", "teory", "collapse has no such command")]
    [InlineData("`collapse theory --los=mae`", "--los=mae", "there is no such option")]
    [InlineData("a command over\n`collapse theory\n--los=mae` two lines", "--los=mae", "there is no such option")]
    [InlineData("the variable NEURAL_COLLAPSE_DATE", "NEURAL_COLLAPSE_DATE", "no source reads such an environment variable")]
    public void APlantedErrorIsFound(string planted, string text, string error)
    {
        var claim = Assert.Single(new Claims(Names).Of(new("PLANTED.md", planted)), claim => claim.Error.Length > 0);

        Assert.Equal((text, error), (claim.Text, claim.Error));
    }

    [Theory]
    [InlineData("# One & two\n\n[above](#one--two), [there](experiments/README.md#what-makes-a-cell), [web](https://example.org/nothing.md)")]
    [InlineData("`results/EXPERIMENT/cells/ID/metrics.csv`, `.runs/ID/features.npz`, `features.npz`, `F.npz`, `figures/*.svg`, results/E/figures/projections*.svg.")]
    [InlineData("`./build.sh --target=NAME --experiment='cifar10*' --experiment=my/own.yaml`, `collapse data fetch --dataset=mnist`")]
    [InlineData("| # | there | here |\n| --- | --- | --- |\n| 1 | `--no-such-option`, `utils.py` | `--jobs` |")]
    [InlineData("`dotnet --list-sdks`, `1/2`, `data.kind`, `.gz`, `.artifacts/differences.md`")]
    public void WhatIsThereOrNobodysIsNoError(string text) =>
        Assert.DoesNotContain(new Claims(Names).Of(new("PLANTED.md", text)), claim => claim.Error.Length > 0);

    private static IEnumerable<Claim> ClaimsOf(string document) => new Claims(Names).Of(new(document, RepositoryFiles.Read(document)));
}
