using System.Globalization;

namespace NeuralCollapse.Specs.Tests;

/// <summary>Every file in BrokenSpecs has its message in Snapshots/BrokenSpecs.</summary>
public class ReportingErrors
{
    public static TheoryData<string> BrokenSpecs =>
    [
        .. Directory.EnumerateFiles(RepositoryFiles.BrokenSpecs, "*.yaml")
            .Select(f => Path.GetFileNameWithoutExtension(f)!)
            .Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void ThereAreBrokenSpecs() => Assert.InRange(BrokenSpecs.Count, 20, 1000);

    [Theory]
    [MemberData(nameof(BrokenSpecs))]
    public Task EveryErrorIsNamedWithItsPlace(string name) =>
        Golden.Verify(MessageOf(name), $"BrokenSpecs/{name}");

    [Theory]
    [MemberData(nameof(BrokenSpecs))]
    public void ErrorsAreInTheOrderOfTheFileAndNoneIsRepeated(string name)
    {
        var lines = MessageOf(name).Split('\n')[..^1];

        var positions = lines.Select(l => l.Split(':')).Select(p => (Number(p[1]), Number(p[2]))).ToList();
        Assert.Equal(positions.Order(), positions);
        Assert.Equal(lines.Distinct(), lines);
    }

    [Theory]
    [MemberData(nameof(BrokenSpecs))]
    public void ThePlaceIsThatOfTheKeyOrItsValue(string name)
    {
        var text = File.ReadAllLines(Path.Combine(RepositoryFiles.BrokenSpecs, $"{name}.yaml"));

        foreach (var line in MessageOf(name).Split('\n')[..^1].Where(l => !l.Contains("got nothing", StringComparison.Ordinal)))
        {
            var parts = line.Split(':');
            var (row, column) = (Number(parts[1]), Number(parts[2]));
            Assert.True(row <= Math.Max(1, text.Length), line);
            Assert.True(column <= Math.Max(1, text.ElementAtOrDefault(row - 1)?.Length ?? 1), line);
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string MessageOf(string name)
    {
        var text = File.ReadAllText(Path.Combine(RepositoryFiles.BrokenSpecs, $"{name}.yaml"));
        return Assert.Throws<UserErrorException>(() => ExperimentSpec.Parse(text, $"{name}.yaml")).Message;
    }
}
