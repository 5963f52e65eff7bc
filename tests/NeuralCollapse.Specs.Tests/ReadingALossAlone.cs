namespace NeuralCollapse.Specs.Tests;

public sealed class ReadingALossAlone
{
    private const string Forms = "cross-entropy, focal-GAMMA, mae-KAPPA, rescaled-mse-K-M, scaled-mse-KAPPA, smooth-l1-BETA-KAPPA, squentropy";

    private const string NoLoss = $"--loss: expected a loss as in a spec, {{ kind: focal, gamma: 3 }}, or one of {Forms}";

    public static TheoryData<string, LossSpec> Losses => new()
    {
        { "cross-entropy", new CrossEntropyLoss() },
        { "focal-2.5", new FocalLoss { Gamma = 2.5 } },
        { "smooth-l1-2-3", new SmoothL1Loss { Beta = 2, Kappa = 3 } },
        { "{ kind: focal, gamma: 3 }", new FocalLoss { Gamma = 3 } },
        { "  { kind: mae, kappa: 2, mix: target }", new MaeLoss { Kappa = 2, Mix = LossMixing.Target } },
    };

    [Theory]
    [MemberData(nameof(Losses))]
    public void ItIsWrittenAsInASpecOrInOneWord(string text, LossSpec expected) => Assert.Equal(expected, LossText.Read(text, "--loss"));

    [Fact]
    public void TheWordsAreNamed() => Assert.Equal(Forms, LossText.Forms);

    [Theory]
    [InlineData("focol-3", $"{NoLoss}, got focol-3; did you mean focal-3?")]
    [InlineData("hinge", $"{NoLoss}, got hinge")]
    [InlineData("focal-101", "--loss=focal-101: gamma: expected a number from 0 to 100, got 101")]
    [InlineData("{ kind: focal, gamma: 101 }", "--loss.gamma: expected a number from 0 to 100, got 101")]
    [InlineData(
        "{ kind: mae, kappa: 0, mix: both }",
        "--loss.kappa: expected a number from 1e-6 to 1000000, got 0\n--loss.mix: expected one of loss, target, got the text \"both\"")]
    public void EveryErrorIsNamed(string text, string message) =>
        Assert.Equal(message, Assert.Throws<UserErrorException>(() => LossText.Read(text, "--loss")).Message);

    [Fact]
    public void DefaultsAreWrittenOut() =>
        Assert.Equal("""{"kind":"cross-entropy","mix":"loss","smoothing":0}""", LossText.Json(new CrossEntropyLoss()).ToJsonString());
}
