using NeuralCollapse.Records;
using NeuralCollapse.Specs;
using Repository.Tests;

namespace NeuralCollapse.Reports.Tests;

/// <summary>Results as they are committed, of which one file is not as it was written: Verify's comparison and the report both name it.</summary>
public sealed class GuardingResults(CopiedResults copy) : IClassFixture<CopiedResults>
{
    private const string Of = CopiedResults.Cell;

    private static readonly (string File, string Other)[] Files =
    [
        ($"{Of}/cell.json", $"{CopiedResults.Another}/cell.json"),
        ($"{Of}/metrics.csv", $"{CopiedResults.Another}/metrics.csv"),
        ($"{Of}/lambda.csv", $"{CopiedResults.Another}/lambda.csv"),
        ($"{Of}/reliability.csv", $"{CopiedResults.Another}/reliability.csv"),
        ($"{Of}/curve.csv", $"{CopiedResults.Another}/curve.csv"),
        ($"{Of}/projections/epoch-0008.csv", $"{CopiedResults.Another}/projections/epoch-0008.csv"),
        ($"{Of}/summary.json", $"{CopiedResults.Another}/summary.json"),
        ($"{Of}/environment.json", $"{CopiedResults.Another}/environment.json"),
        ("quick/plan.json", "mnist/plan.json"),
        ("quick/summary.json", "mnist/summary.json"),
        ("quick/summary.csv", "mnist/summary.csv"),
    ];

    private static readonly Dictionary<string, Func<string, string?>> Changes = new()
    {
        ["a digit of the first row"] = text => WithAnotherDigit(text, text.IndexOf('\n', text.Length / 20) + 1),
        ["a digit of the last row"] = text => WithAnotherDigit(text, text.AsSpan().LastIndexOfAnyInRange('0', '9')), // a last line may hold nan and no digit
        ["deleted"] = _ => null,
        ["cut after a line"] = text => text[..(text[..^1].LastIndexOf('\n') + 1)],
        ["cut in the middle"] = text => text[..(text.Length / 2)],
        ["emptied"] = _ => "",
        ["its last line again"] = text => text + text[(text[..^1].LastIndexOf('\n') + 1)..],
        ["an empty line more"] = text => text + "\n",
        ["Windows' line ends"] = text => text.Replace("\n", "\r\n", StringComparison.Ordinal),
    };

    public static TheoryData<string, string> ChangedFiles()
    {
        var data = new TheoryData<string, string>();
        foreach (var (file, _) in Files)
        {
            foreach (var change in Changes.Keys.Append("another's"))
                data.Add(file, change);
        }

        return data;
    }

    [Fact]
    public void AsTheyAreCommittedTheyAreWhole() => Assert.Empty(Verify().Differences);

    [Theory]
    [MemberData(nameof(ChangedFiles))]
    public void AFileThatIsNotAsItWasWrittenIsNamedByVerifyAndByTheReport(string file, string change)
    {
        var text = copy.Read(file);
        var changed = change == "another's" ? copy.Read(Files.Single(f => f.File == file).Other) : Changes[change](text);
        Assert.NotEqual(text, changed);
        copy.Write(file, changed);
        try
        {
            AssertNamed(file);
        }
        finally
        {
            copy.Write(file, text);
        }
    }

    [Theory]
    [InlineData($"{Of}/notes.txt")]
    [InlineData($"{Of}/.hidden")]
    [InlineData($"{Of}/projections/epoch-0003.csv")]
    [InlineData($"{Of}/more/metrics.csv")]
    public void AFileThatNothingWroteIsNamedToo(string file)
    {
        copy.Write(file, "epoch\n");
        try
        {
            AssertNamed(file);
        }
        finally
        {
            copy.Write(file, null);
        }
    }

    [Fact]
    public void EveryChangedFileOfACellIsInOneMessage()
    {
        string[] changed = [$"{Of}/metrics.csv", $"{Of}/reliability.csv", $"{CopiedResults.Another}/lambda.csv", $"{CopiedResults.Another}/environment.json"];
        var texts = changed.Select(copy.Read).ToList();
        foreach (var (file, text) in changed.Zip(texts))
            copy.Write(file, WithAnotherDigit(text, text.Length / 2));

        Assert.All(changed, AssertNamed);

        foreach (var (file, text) in changed.Zip(texts))
            copy.Write(file, text);
    }

    [Fact]
    public void ThePlanIsComparedThoughACellIsDamaged()
    {
        var (plan, metrics) = (copy.Read("quick/plan.json"), copy.Read($"{Of}/metrics.csv"));
        copy.Write("quick/plan.json", WithAnotherDigit(plan, 0));
        copy.Write($"{Of}/metrics.csv", WithAnotherDigit(metrics, 600));

        var named = Verify().Differences.Select(d => d.Metric).ToList();

        Assert.All((string[])["/quick/plan.json", $"/{Of}/metrics.csv"], file => Assert.Contains(named, name => name.Contains(file, StringComparison.Ordinal)));
        copy.Write("quick/plan.json", plan);
        copy.Write($"{Of}/metrics.csv", metrics);
    }

    [Fact]
    public void ACellThatIsGoneIsMissedByTheSummaries()
    {
        copy.Move(Of, "aside");

        AssertNamed("quick/summary.json");

        copy.Move("aside", Of);
    }

    [Fact]
    public void WhileACommandIsAtWorkSummariesMayBeBehindAndNothingElse()
    {
        var (summary, metrics) = (copy.Read("quick/summary.json"), copy.Read($"{Of}/metrics.csv"));
        using (copy.Store.Claim("quick"))
        {
            copy.Write("quick/summary.json", null);
            Assert.Empty(Verify().Differences);
            copy.Write($"{Of}/metrics.csv", WithAnotherDigit(metrics, 600));
            AssertNamed($"{Of}/metrics.csv");
        }

        copy.Write($"{Of}/metrics.csv", metrics);
        AssertNamed("quick/summary.json");
        copy.Write("quick/summary.json", summary);
    }

    [Fact]
    public void FilesThatFitEachOtherDifferFromTheSnapshotAllTheSame()
    {
        var lambda = copy.Read($"{Of}/lambda.csv");
        var (summary, environment) = (copy.Read($"{Of}/summary.json"), copy.Read($"{Of}/environment.json"));
        copy.Write($"{Of}/lambda.csv", WithAnotherDigit(lambda, 600));
        Sealing.Cell(Path.Combine(copy.Store.Root, Of));

        var difference = Assert.Single(Verify().Differences);

        Assert.Equal(("lambda.csv", "same numerics: every byte must agree"), (difference.Metric, difference.Why));
        foreach (var (file, text) in new[] { ("lambda.csv", lambda), ("summary.json", summary), ("environment.json", environment) })
            copy.Write($"{Of}/{file}", text);
    }

    private void AssertNamed(string file)
    {
        var differences = Verify().Differences;
        var error = Assert.Throws<DamagedResultException>(
            () => Report.Write(copy.Store, ["quick"], Path.Combine(copy.Store.Root, "report.pdf"), withAppendix: false));

        Assert.Contains(differences, d => d.Metric.Contains($"/{file}", StringComparison.Ordinal));
        Assert.Contains($"/{file}", error.Message, StringComparison.Ordinal);
        Assert.Contains("Restore it from version control, or", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(copy.Store.Root, "report.pdf")));
    }

    private SnapshotVerdict Verify() => SnapshotComparison.Compare(CopiedResults.Snapshot, copy.Store.ReadExperiment(CopiedResults.Plan));

    /// <summary>The first digit from an index on, made another.</summary>
    private static string WithAnotherDigit(string text, int from)
    {
        var at = text.AsSpan(from).IndexOfAnyInRange('0', '9') + from;
        Assert.InRange(at, from, text.Length);
        return $"{text[..at]}{(text[at] == '4' ? '5' : '4')}{text[(at + 1)..]}";
    }
}

/// <summary>The committed results of <c>quick</c> in a folder of their own.</summary>
public sealed class CopiedResults : IDisposable
{
    public const string Cell = "quick/cells/6194c0cdf2c1";
    public const string Another = "quick/cells/0518c3ca997e";

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("collapse-results-");

    public CopiedResults()
    {
        var committed = Path.Combine(RepositoryFiles.Root, "results");
        foreach (var file in Directory.GetFiles(Path.Combine(committed, "quick"), "*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".json" or ".csv").Concat(Directory.GetFiles(Path.Combine(committed, "mnist"))))
        {
            var place = Path.Combine(root.FullName, Path.GetRelativePath(committed, file));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Copy(file, place);
        }
    }

    public static RecordedPlan Plan { get; } = RecordedPlan.Of(ExperimentSpec.Load(Path.Combine(RepositoryFiles.Root, "experiments", "quick.yaml")).Expand());

    public static Snapshot Snapshot { get; } = Snapshot.Parse(RepositoryFiles.Read("tests/Snapshots/results/quick.verified.txt"), "quick.verified.txt");

    public ResultStore Store => new(root.FullName);

    public string Read(string file) => File.ReadAllText(Path.Combine(root.FullName, file));

    /// <summary>Writes a file; with null for its text deletes it.</summary>
    public void Write(string file, string? text)
    {
        var path = Path.Combine(root.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Delete(path);
        if (text is not null)
            File.WriteAllText(path, text);
    }

    public void Move(string from, string to) => Directory.Move(Path.Combine(root.FullName, from), Path.Combine(root.FullName, to));

    public void Dispose() => root.Delete(recursive: true);
}
