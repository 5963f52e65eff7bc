using System.Text.Json;

namespace NeuralCollapse.Specs.Tests;

public class CommittedExperiments
{
    public static TheoryData<string> Specs => [.. ExperimentFiles.Select(RepositoryFiles.Experiments, ["*"])];

    [Theory]
    [MemberData(nameof(Specs))]
    public void EverySpecLoadsAndPlans(string path)
    {
        var plan = ExperimentSpec.Load(path).Expand();

        Assert.NotEmpty(plan.Cells);
        Assert.Distinct(plan.Cells.Select(c => c.Id));
    }

    [Theory]
    [MemberData(nameof(Specs))]
    public void EverySpecBeginsWithItsHeader(string path)
    {
        var header = string.Join('\n', File.ReadLines(path).TakeWhile(l => l.Length == 0 || l[0] == '#'));

        Assert.All(
            new[] { "$schema=schema.json", "# Claim:", "# Source:", "# Command:", "# Hardware and time:", "# Expected:" },
            part => Assert.Contains(part, header, StringComparison.Ordinal));
    }

    [Fact]
    public Task ThePlanOfQuick()
    {
        var plan = ExperimentSpec.Load(Path.Combine(RepositoryFiles.Experiments, "quick.yaml")).Expand();

        var text = string.Join('\n', plan.Cells.Select(c => $"{c.Id} {c.Label}"));

        return Golden.Verify(text, "Plans/quick");
    }

    [Fact]
    public void TheSchemaIsTheGeneratedOne()
    {
        var committed = Path.Combine(RepositoryFiles.Experiments, "schema.json");
        var received = Path.Combine(RepositoryFiles.Experiments, "schema.received.json");

        var generated = ExperimentSchema.Json();

        if (generated != File.ReadAllText(committed))
        {
            File.WriteAllText(received, generated);
            Assert.Fail($"{committed} is not what the records say; the right one is in {received}");
        }
    }

    [Fact]
    public void TheTablesOfKeysAreTheGeneratedOnes()
    {
        var committed = Path.Combine(RepositoryFiles.Experiments, "README.md");
        var received = Path.Combine(RepositoryFiles.Experiments, "README.received.md");
        var document = File.ReadAllText(committed);

        var generated = KeyTables.In(document);

        Assert.Equal(KeyTables.All, KeyTables.NamedIn(document).Intersect(KeyTables.All));
        if (generated != document)
        {
            File.WriteAllText(received, generated);
            Assert.Fail($"{committed} does not have the tables that the declarations make; {received} has them: compare the two, and rename it to accept it");
        }
    }

    [Fact]
    public void EveryKeyKindAndChoiceHasAMeaning()
    {
        var tables = KeyTables.In(string.Concat(KeyTables.All.Select(section => $"<!-- keys: {section} --><!-- end of keys -->")));

        Assert.DoesNotContain(tables.Split('\n'), row => row.StartsWith('|') && row.EndsWith("| |", StringComparison.Ordinal));
        Assert.DoesNotContain("`: .", tables, StringComparison.Ordinal);
        Assert.DoesNotContain("`:  |", tables, StringComparison.Ordinal);
        Assert.InRange(tables.Split('\n').Length, 100, 1000);
    }

    [Fact]
    public void TheReadmeExplainsEveryKeyAndKind()
    {
        var readme = File.ReadAllText(Path.Combine(RepositoryFiles.Experiments, "README.md"));
        using var schema = JsonDocument.Parse(ExperimentSchema.Json());
        var names = Names(schema.RootElement).Distinct().ToList();

        Assert.True(names.Count > 50, $"only {names.Count} keys and kinds found");
        Assert.All(names, name => Assert.True(
            readme.Contains($"`{name}`", StringComparison.Ordinal) || readme.Contains($"kind: {name} }}", StringComparison.Ordinal)
            || readme.Contains($".{name}`", StringComparison.Ordinal),
            $"README.md does not explain {name}"));
    }

    /// <summary>Keys without dots, kinds and choices: what a schema defines.</summary>
    private static IEnumerable<string> Names(JsonElement schema) => schema.ValueKind switch
    {
        JsonValueKind.Object => schema.EnumerateObject().SelectMany(p => p switch
        {
            { Name: "properties" } => p.Value.EnumerateObject()
                .Where(k => !k.Name.Contains('.'))
                .SelectMany(k => Names(k.Value).Prepend(k.Name)),
            { Name: "const" } => [p.Value.GetString()!],
            { Name: "enum" } => p.Value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!),
            _ => Names(p.Value),
        }),
        JsonValueKind.Array => schema.EnumerateArray().SelectMany(Names),
        _ => [],
    };
}
