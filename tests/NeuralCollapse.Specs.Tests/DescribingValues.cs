namespace NeuralCollapse.Specs.Tests;

/// <summary>What the schemas, the tables of keys and the nodes of a file say of themselves, where no spec asks for it yet.</summary>
public sealed class DescribingValues
{
    [Fact]
    public void ACellIsOfANetworkOrOfTheFeaturesModel() => Assert.Equal(
        [SchemaOf.Network.JsonSchema().ToJsonString(), SchemaOf.Ufm.JsonSchema().ToJsonString()],
        SchemaOf.Cell.JsonSchema()["oneOf"]!.AsArray().Select(schema => schema!.ToJsonString()));

    [Fact]
    public void BelowANameThereIsNothing() => Assert.Empty(SchemaOf.Cell.At(["numerics", "portable"]));

    [Fact]
    public void NamesInATableAreSorted() => Assert.Equal(
        """{"name":"x","seeds":[0],"title":"X","verify":{"nc1":{},"nc2":{"relative":0.5}}}""",
        SchemaOf.Header.Write(
            new ExperimentHeader
            {
                Name = "x",
                Title = "X",
                Seeds = [0],
                Verify = new Dictionary<string, Tolerance> { ["nc2"] = new() { Relative = 0.5 }, ["nc1"] = new() },
            },
            brief: true).ToJsonString());

    [Fact]
    public void ASectionAtItsDefaultIsLeftOut() =>
        Assert.False(SchemaOf.Cell.Write(Example.Cell().Network() with { Measure = new() }, brief: true).AsObject().ContainsKey("measure"));

    [Fact]
    public void MinusZeroIsZero() => Assert.Equal(
        SchemaOf.Cell.Write(Example.Cell().Network(), brief: false).ToJsonString(),
        SchemaOf.Cell.Write(WithMomentum(-0.0), brief: false).ToJsonString());

    [Fact]
    public void OnlyOfficialImagesGoUpToADefault() => Assert.Equal(
        "Unusual has no default to go up to", Assert.Throws<NotSupportedException>(() => SchemaOf.Record(typeof(Unusual))).Message);

    [Fact]
    public void ATagThatNamesNoTypeIsPassedOver() =>
        Assert.Equal("An example", Example.Parse(Example.Valid.Replace("An example", "! An example", StringComparison.Ordinal)).Title);

    [Fact]
    public void AKeyThatSaysNothingOfItselfMeansItsChoices() => Assert.Equal(
        $"`ratio`: {Meanings.Of(typeof(Contrast).GetField("Ratio")!)}. `difference`: {Meanings.Of(typeof(Contrast).GetField("Difference")!)}",
        KeyRow.Single(SchemaOf.Record(typeof(Undocumented)).Keys[0]).Meaning);

    [Fact]
    public void AMeaningNamesAnotherKeyAsASpecDoes() => Assert.StartsWith(
        "Those that `measure` names; ", Meanings.Of(typeof(NetworkCell).GetProperty(nameof(NetworkCell.MeasuredEpochs))!), StringComparison.Ordinal);

    [Fact]
    public void ASectionWithoutKeysHasNoTable() => Assert.Equal(
        "No table for numerics.", Assert.Throws<NotSupportedException>(() => KeyTables.In("<!-- keys: numerics --><!-- end of keys -->")).Message);

    [Fact]
    public void AValueInAListOfMapsIsLocated()
    {
        var file = YamlFile.Read("items: [ { a: 1 }, { a: 2 } ]", new Errors(""))!;

        var (at, below) = file.Locate("items[1].a");

        Assert.Equal(("items[1].a", ""), (at.Path, below));
    }

    [Fact]
    public void AListHasNoItemOfAValueThatItLacks() => Assert.Throws<ArgumentOutOfRangeException>(() => new ListNode(1, 1, "", []).ItemOf(0));

    private static NetworkCell WithMomentum(double momentum)
    {
        var cell = Example.Cell().Network();
        return cell with { Training = cell.Training with { Optimizer = (SgdOptimizer)cell.Training.Optimizer with { Momentum = momentum } } };
    }

    private sealed record Unusual
    {
        [UpToDefault]
        public int Train { get; init; }
    }

    private sealed record Undocumented
    {
        public required Contrast Compare { get; init; }
    }
}
