namespace NeuralCollapse.Specs.Tests;

/// <summary>What is stated has one text, and no other is read: its hash says whether it changed.</summary>
public sealed class ReadingStatements
{
    private const string Text = """
        {"predictions":[
        {"at-least":1.5,"metric":"nc1","name":"up","says":"It rises","points":[{"of":{"mixup":"mixup(alpha=1)"},"against":{"mixup":"none"}}]},
        {"at-most":0.5,"metric":"nc1","name":"low","says":"It is low","points":[{"of":{"mixup":"none"}},{"of":{"mixup":"mixup(alpha=1)"}}]}],
        "analyses":[]}
        """;

    private static readonly string Json = Text.ReplaceLineEndings("");

    [Fact]
    public void EveryPointIsWrittenWithWhatItIsComparedWith() => Assert.Equal(Json, Example.Parse(Example.Valid + """
        matrix: { mixup: [ { kind: none }, { kind: mixup, alpha: 1 } ] }
        predictions:
          - { name: up, says: It rises, metric: nc1, at-least: 1.5, of: { mixup: { kind: mixup } }, against: { mixup: { kind: none } } }
          - { name: low, says: It is low, metric: nc1, at-most: 0.5 }

        """).Stated.Json().ToJsonString());

    [Fact]
    public void ItIsReadBack() => Assert.Equal([true, false], StatedPredictions.Read(Json).Predictions.Select(prediction => prediction.IsContrast));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"predictions":[],"analyses":[],"more":[]}""")]
    [InlineData("""{"predictions":[{"at-most":0.5,"metric":"nc1","name":"low","says":"It is low"}],"analyses":[]}""")]
    [InlineData("""{"predictions":[{"at-most":0.5,"metric":"nc1","name":"low","seeds":3,"says":"It is low","points":[]}],"analyses":[]}""")]
    public void AnyOtherTextIsRefused(string text) =>
        Assert.Equal("Not what an experiment states.", Assert.Throws<InvalidDataException>(() => StatedPredictions.Read(text)).Message);

    [Fact]
    public void APredictionForNoPointComparesNothing() =>
        Assert.False(new Prediction { Name = "low", Says = "It is low", Metric = "nc1" }.IsContrast);
}
