using System.Text.RegularExpressions;

namespace Repository.Tests;

/// <summary>results/README.md says of every recorded file what is in it, of every column and key, and in which range its values are.</summary>
public sealed class DocumentingResults
{
    private static readonly MarkdownDocument Document = new("results/README.md", RepositoryFiles.Read("results/README.md"));

    /// <summary>What a spec has to ask for: as long as no committed one does, there is no file to compare the table with.</summary>
    private static readonly string[] OnDemand = ["EXPERIMENT/cells/ID/layers.csv", "EXPERIMENT/cells/ID/diverged.json"];

    /// <summary>The files that the table below a heading is about.</summary>
    private static readonly Dictionary<string, string> FilesOf = new()
    {
        ["metrics.csv"] = "EXPERIMENT/cells/ID/metrics.csv",
        ["lambda.csv"] = "EXPERIMENT/cells/ID/lambda.csv",
        ["layers.csv"] = OnDemand[0],
        ["diverged.json"] = OnDemand[1],
        ["reliability.csv"] = "EXPERIMENT/cells/ID/reliability.csv",
        ["curve.csv"] = "EXPERIMENT/cells/ID/curve.csv",
        ["projections"] = "EXPERIMENT/cells/ID/projections/epoch-*.csv",
        ["summary.csv"] = "EXPERIMENT/summary.csv",
        ["plan.json"] = "EXPERIMENT/plan.json",
        ["summary.json of an experiment"] = "EXPERIMENT/summary.json",
        ["cell.json"] = "EXPERIMENT/cells/ID/cell.json",
        ["summary.json of a cell"] = "EXPERIMENT/cells/ID/summary.json",
        ["environment.json"] = "EXPERIMENT/cells/ID/environment.json",
    };

    public static TheoryData<string> Headings => [.. FilesOf.Keys];

    [Fact]
    public void EveryFileHasALineAndEveryLineAFile()
    {
        var patterns = Document.Table("Files").Select(row => row["file"].Trim('`')).ToList();

        Assert.InRange(ResultFiles.All.Count, 1000, 100_000);
        Assert.Empty(ResultFiles.All.Except(patterns.SelectMany(ResultFiles.Matching)));
        Assert.All(patterns.Where(pattern => !OnDemand.Contains(pattern)), pattern => Assert.NotEmpty(ResultFiles.Matching(pattern)));
        Assert.Empty(patterns.Where(pattern => pattern.EndsWith("csv", StringComparison.Ordinal) || pattern.EndsWith("json", StringComparison.Ordinal))
            .Except(FilesOf.Values).Except(["report.csv", "report.json"]));
    }

    [Theory]
    [MemberData(nameof(Headings))]
    public void EveryNameIsExplainedAndEveryExplainedNameRecorded(string heading)
    {
        var recorded = ResultFiles.Matching(FilesOf[heading]).SelectMany(ResultFiles.Names).ToHashSet();
        var explained = Explained(heading);

        if (recorded.Count == 0 && OnDemand.Contains(FilesOf[heading]))
            return;
        Assert.NotEmpty(recorded);
        Assert.Equal(explained.Count, explained.Select(row => row.Name).Distinct().Count());
        Assert.All(recorded, name => Assert.Single(explained, row => Stands(row.Name, name)));
        Assert.All(explained.Where(row => !row.Range.EndsWith(" or absent", StringComparison.Ordinal)), row => Assert.Contains(recorded, name => Stands(row.Name, name)));
    }

    [Theory]
    [MemberData(nameof(Headings))]
    public void EveryRecordedValueIsInItsRange(string heading)
    {
        var explained = Explained(heading).Where(row => row.Range != "see there").Select(row => (row.Name, Range: new DocumentedRange(row.Range))).ToList();

        foreach (var file in ResultFiles.Matching(FilesOf[heading]))
        {
            var outside = ResultFiles.Values(file).Where(value => explained.Any(row => Stands(row.Name, value.Name) && !row.Range.Contains(value.Value)));
            Assert.Empty(outside.Select(value => $"results/{file}: {value.Name} is '{value.Value}'"));
        }
    }

    [Theory]
    [MemberData(nameof(Headings))]
    public void NoMeaningUnitOrRangeIsMissing(string heading) =>
        Assert.All(Document.Table(heading), row => Assert.All((string[])["meaning", "unit", "range"], column => Assert.True(row[column].Length > 0, $"{heading}: {row.Values.First()}: {column}")));

    /// <summary>The sections of cell.json are left to the page that explains the spec.</summary>
    [Fact]
    public void EveryKeyOfASpecThatIsRecordedIsExplainedWithTheSpecs()
    {
        var specs = RepositoryFiles.Read("experiments/README.md");
        var keys = ResultFiles.Matching("EXPERIMENT/cells/ID/cell.json").SelectMany(ResultFiles.Names).Where(name => name.Split('.') is ["trained", _, _, ..])
            .Select(name => name.Split('.')[^1].Replace("[]", "", StringComparison.Ordinal)).ToHashSet();

        Assert.InRange(keys.Count, 20, 200);
        Assert.All(keys, key => Assert.Matches($@"`([a-z-]+\.)?{key}`", specs));
    }

    [Theory]
    [InlineData("0 to 1", "1.0000001", false)]
    [InlineData("0 to 1", "1", true)]
    [InlineData("0 to 1 or nan", "nan", true)]
    [InlineData("0 to 1", "nan", false)]
    [InlineData(">= 0", "-1E-300", false)]
    [InlineData(">= 0", "inf", false)]
    [InlineData("above 0 or inf", "0", false)]
    [InlineData("above 0 or inf", "inf", true)]
    [InlineData("whole, >= 1", "1.5", false)]
    [InlineData("whole, 1 to 15", "15", true)]
    [InlineData("any", "-3.5", true)]
    [InlineData("any", "", false)]
    [InlineData("text", "", false)]
    [InlineData("text or nothing", "", true)]
    [InlineData("true or false", "yes", false)]
    [InlineData("time", "yesterday", false)]
    [InlineData("`classifier`, `sample`", "sample", true)]
    [InlineData("`classifier`, `sample`", "class", false)]
    public void ARangeHoldsWhatItSays(string range, string value, bool holds) => Assert.Equal(holds, new DocumentedRange(range).Contains(value));

    private static List<(string Name, string Range)> Explained(string heading) =>
        [.. Document.Table(heading).Select(row => ((row.GetValueOrDefault("column") ?? row["key"]).Trim('`'), row["range"]))];

    /// <summary>Whether a documented name, in which a star is any text, stands for a recorded one.</summary>
    private static bool Stands(string documented, string recorded) =>
        documented == recorded || (documented.Contains('*', StringComparison.Ordinal)
            && Regex.IsMatch(recorded, $"^{Regex.Escape(documented).Replace(@"\*", ".+", StringComparison.Ordinal)}$"));
}
