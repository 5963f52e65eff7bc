namespace NeuralCollapse.Runner.Tests;

public sealed class WritingASpec : IDisposable
{
    private static readonly string[] Digits = ["new", "--name=digits", "--dataset=mnist", "--model=mlp-64", "--loss=focal", "--epochs=8"];

    private readonly Collapse collapse = new();

    public void Dispose() => collapse.Dispose();

    [Fact]
    public void ItPlansWithoutAChange()
    {
        var written = collapse.Run([.. Digits, "--training.batch-size=64", "--loss.gamma", "2"]);
        var plan = collapse.Run("plan", "--experiment=digits");

        Assert.Equal((0, ""), (written.ExitCode, written.Errors));
        Assert.StartsWith($"{Path.Combine("experiments", "digits.yaml")}: 6 cells\n", written.Output, StringComparison.Ordinal);
        Assert.Contains("--target=Reproduce --experiment=digits", written.Output, StringComparison.Ordinal);
        Assert.Contains("loss: { kind: focal, gamma: 2 }", File.ReadAllText(collapse.At("experiments", "digits.yaml")), StringComparison.Ordinal);
        Assert.StartsWith("digits: 6 cells, 0 recorded, 6 to run\n  will run  ", plan.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherIsNeverOverwritten()
    {
        collapse.With("digits", "# by hand");

        collapse.Run(Digits).AssertError($"{Path.Combine("experiments", "digits.yaml")}: expected no such file yet, got one", "--name=NAME");

        Assert.Equal("# by hand", File.ReadAllText(collapse.At("experiments", "digits.yaml")));
    }

    [Theory]
    [InlineData("--trianing.batch-size=64", "--trianing.batch-size=64: expected an option of a new spec", "did you mean --training.batch-size?")]
    [InlineData("--training.batch-size=many", "--training.batch-size=many: expected a whole number from 2 to 1000000, got the text \"many\"")]
    [InlineData("--mixup=mixpu", "--mixup=mixpu: expected one of cutmix-ALPHA, manifold-ALPHA-LAYERS, mixup-ALPHA, none, got mixpu", "did you mean mixup?")]
    [InlineData("stray", "new: expected options, such as --name=mine, got stray")]
    public void AnErrorWritesNothing(string option, params string[] parts)
    {
        collapse.Run([.. Digits, option]).AssertError(parts);

        Assert.Empty(Directory.GetFiles(collapse.At("experiments")));
    }

    [Fact]
    public void APlanTellsTheDefaultsThatASpecReliesOn()
    {
        var plan = collapse.With("least", """
            name: least
            title: As little as possible
            seeds: [0]
            data: { kind: glyphs, train: 256, test: 128 }
            model: { kind: mlp, hidden: [8] }
            loss: { kind: cross-entropy }
            training: { epochs: 3, optimizer: { kind: sgd, learning-rate: 0.1 } }
            """).Run("plan", "--experiment=least");

        Assert.StartsWith(
            "least: 1 cells, 0 recorded, 1 to run\n  defaults: training.batch-size 128, training.schedule cosine, measure.epochs [0, 1, 2, 3]\n  will run  ",
            plan.Output,
            StringComparison.Ordinal);
    }
}
