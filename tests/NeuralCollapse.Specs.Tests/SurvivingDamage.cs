namespace NeuralCollapse.Specs.Tests;

/// <summary>However a file is damaged, it is either valid or the user's error, and never a crash.</summary>
public class SurvivingDamage
{
    private const string Text = Example.WithoutLoss + """
        matrix: { loss: [ { kind: focal, gamma: 3 }, { kind: mae, kappa: 1 } ], mixup: [ { kind: none } ] }
        exclude: [ { loss: { kind: mae } } ]
        verify: { nc1: { relative: "0.2" } }
        """;

    [Fact]
    public void CutOffAnywhere()
    {
        for (var length = 0; length < Text.Length; length++)
            AssertValidOrRefused(Text[..length]);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("]")]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData(":")]
    [InlineData(",")]
    [InlineData("\n")]
    [InlineData("\t")]
    [InlineData("\"")]
    [InlineData("'")]
    [InlineData("&")]
    [InlineData("*")]
    [InlineData("!")]
    [InlineData("|")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("# ")]
    [InlineData("%")]
    [InlineData("---\n")]
    [InlineData("\0")]
    public void SomethingInsertedAnywhere(string inserted)
    {
        for (var at = 0; at <= Text.Length; at += 3)
            AssertValidOrRefused(Text.Insert(at, inserted));
    }

    private static void AssertValidOrRefused(string text)
    {
        var thrown = Record.Exception(() => Example.Parse(text));
        Assert.True(thrown is null or UserErrorException, $"{thrown}\nin\n{text}");
    }
}
