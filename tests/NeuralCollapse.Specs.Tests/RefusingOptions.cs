namespace NeuralCollapse.Specs.Tests;

public sealed class RefusingOptions
{
    private const string Help = "; experiments/README.md explains every key";

    [Theory]
    [InlineData("--epochs: expected a value, as in --epochs=100, got nothing", "--epochs")]
    [InlineData("--epochs: expected a value, as in --epochs=100, got nothing", "--epochs", "--measure.epochs=0,50", "--data.train=100")]
    [InlineData("--name: expected a value, as in --name=mine, got nothing", "--name")]
    public void AMissingOptionIsTheOnlyError(string message, string missing, params string[] others) =>
        Assert.Equal($"{message}\n1 error{Help}", Message([.. Composed.LeastWithout(missing), .. others]));

    [Fact]
    public void WhatIsMissingIsSaidFirst() => Assert.Equal(
        $"""
        --epochs: expected a value, as in --epochs=100, got nothing
        --model=resnet-19: depth: expected 18 or 34 or 50, got 19
        2 errors{Help}
        """,
        Message([.. Composed.LeastWithout("--epochs").Select(option => option.Replace("resnet-18", "resnet-19", StringComparison.Ordinal))]));

    [Theory]
    [InlineData("--name=Mine", "--name=Mine: expected lower-case letters")]
    [InlineData("--seeds=0,0", "--seeds=0,0: expected every seed once, got 0 again")]
    public void ErrorsAreInTheOrderOfTheOptions(string second, string message)
    {
        var name = second.Split('=')[0];

        var lines = Message(["--epochs=0", second, .. Composed.LeastWithout("--epochs").Where(option => option.Split('=')[0] != name)]).Split('\n');

        Assert.Equal("--epochs=0: expected a whole number from 1 to 100000, got 0", lines[0]);
        Assert.StartsWith(message, lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        """--model={"kind":"resnet","depth":19}""",
        """--model={"kind":"resnet","depth":19}.depth: expected 18 or 34 or 50, got 19""")]
    [InlineData(
        """--loss={"kind":"focl"}""",
        """--loss={"kind":"focl"}.kind: expected one of the kinds cross-entropy, focal, mae, rescaled-mse, scaled-mse, smooth-l1, squentropy, """
        + "got the text \"focl\"; did you mean focal?")]
    public void AnErrorInAMapIsNamedWithTheMapAsItWasTyped(string option, string message) =>
        Assert.Equal($"{message}\n1 error{Help}", MessageOfLeast(option));

    [Fact]
    public void AListBeyondAllBoundsIsNamedByItsBeginning() => Assert.StartsWith(
        $"--seeds=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36...: expected ",
        MessageOfLeast($"--seeds={string.Join(',', Enumerable.Range(0, 100_002))}"),
        StringComparison.Ordinal);

    /// <summary>A fixed set of mixtures asks for other values than the usual ones: these are named by their paths.</summary>
    [Fact]
    public void AUsualValueThatDoesNotFitIsNamedByItsPath() => Assert.Equal(
        $"""
        --data.augment: expected none, for a varied image makes another mixture than the fixed one, got crop-flip
        --mixup.per: expected sample, for each of a fixed number of mixtures has a lambda of its own, got batch
        2 errors{Help}
        """,
        MessageOfLeast("--mixup.mixtures=5"));

    [Fact]
    public void AKindGivenTwiceIsTheSameTrainingTwice() => Assert.Contains(
        "matrix.loss[1]: expected cells that differ, got the same training twice", MessageOfLeast("--loss=mae,mae"), StringComparison.Ordinal);

    private static string Message(string[] options) => Assert.Throws<UserErrorException>(() => Composed.TextOf(options)).Message;

    private static string MessageOfLeast(string option) => Assert.Throws<UserErrorException>(() => Composed.Compose(option)).Message;
}
