namespace NeuralCollapse.Specs.Tests;

public class ComparingCells
{
    [Fact]
    public void EqualCellsDoNotDiffer() =>
        Assert.Empty(CellDifferences.Between(Example.Cell().CanonicalJson, Example.Cell().CanonicalJson));

    [Theory]
    [InlineData("learning-rate: 0.1", "learning-rate: 0.05", "training.optimizer.learning-rate: 0.1 -> 0.05")]
    [InlineData("[1, 4]", "[1, 2, 4]", "measure.epochs: [1,4] -> [1,2,4]")]
    [InlineData("[1, 4]", "[1, 4], layers: true", "measure.layers: false -> true")]
    [InlineData("loss:", "numerics: native\nloss:", "numerics: portable -> native")]
    [InlineData(
        "loss:",
        "mixup: { kind: mixup, alpha: 1 }\nloss:",
        "mixup.alpha: (absent) -> 1, mixup.apply: (absent) -> inputs-and-targets, mixup.kind: none -> mixup, "
        + "mixup.mixtures: (absent) -> 0, mixup.partner: (absent) -> any, mixup.per: (absent) -> batch")]
    [InlineData("learning-rate: 0.1", "learning-rate: 0.1, nesterov: true, momentum: 0.9", "training.optimizer.momentum: 0 -> 0.9, training.optimizer.nesterov: false -> true")]
    [InlineData("depth: 10, width: 1", "depth: 16, width: 2", "model.depth: 10 -> 16, model.width: 1 -> 2")]
    public void EveryChangedFieldIsNamedWithOldAndNewValue(string old, string replacement, string expected) => Assert.Equal(
        expected,
        string.Join(", ", CellDifferences.Between(Example.Cell().CanonicalJson, Example.Cell(old, replacement).CanonicalJson)));

    [Fact]
    public void FieldsAndTrainersOfAnotherVersionAreCompared()
    {
        var now = Example.Cell().CanonicalJson;
        var before = now
            .Replace("\"trainer\":4", "\"trainer\":0", StringComparison.Ordinal)
            .Replace("\"seed\":0", "\"former\":2,\"seed\":0", StringComparison.Ordinal);

        var differences = CellDifferences.Between(before, now);

        Assert.Equal(["former: 2 -> (absent)", "trainer: 0 -> 4"], differences.Select(d => d.ToString()));
    }

    [Fact]
    public void OfTheMetricsThoseThatWentAndThoseThatCameAreNamed()
    {
        var now = Example.Cell().CanonicalJson;
        var before = now.Replace("\"nc1\",", "\"former\",\"older\",", StringComparison.Ordinal);

        var differences = CellDifferences.Between(before, now);

        Assert.Equal(["measure.metrics: former, older -> nc1"], differences.Select(d => d.ToString()));
    }

    /// <summary>They had one part, which was all hashed to the id.</summary>
    [Fact]
    public void CellsOfVersionsBeforeMeasuringHadAHashOfItsOwnAreComparedToo()
    {
        const string before = """{"arithmetic":2,"loss":{"kind":"cross-entropy"},"measure":{"epochs":[1,4]},"seed":0}""";

        var differences = CellDifferences.Between(before, Example.Cell().CanonicalJson);

        Assert.Contains("arithmetic: 2 -> (absent)", differences.Select(d => d.ToString()));
        Assert.DoesNotContain(differences, d => d.Path is "seed" or "measure.epochs" or "loss.kind");
        Assert.Equal(12, CanonicalJson.Id(before).Length);
    }
}
