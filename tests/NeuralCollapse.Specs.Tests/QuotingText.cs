namespace NeuralCollapse.Specs.Tests;

/// <summary>Texts that YAML or a shell would take for something else reach the spec as they were given.</summary>
public sealed class QuotingText
{
    [Theory]
    [InlineData("Losses, compared")]
    [InlineData("Losses: which?")]
    [InlineData("It's 'collapse'")]
    [InlineData("2026")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("# 1")]
    public void ATitleIsReadAsItWasGiven(string title) => Assert.Equal(title, Composed.Planned($"--title={title}").Title);

    [Theory]
    [InlineData("pictures")]
    [InlineData("my pictures/it's, all")]
    [InlineData("2026")]
    [InlineData("true")]
    [InlineData("null")]
    public void ATextInASectionIsReadAsItWasGiven(string path)
    {
        var cell = Composed.Cells("--dataset=image-folder", "--data.train=2000", "--data.test=500", $"--data.path={path}")[0];

        Assert.Equal(path, Assert.IsType<ImageFolderData>(cell.Network().Data).Path);
    }

    [Theory]
    [InlineData("pictures", "--data.path=pictures")]
    [InlineData("pictures of cats", "--data.path='pictures of cats'")]
    [InlineData("it's", """--data.path='it'\''s'""")]
    [InlineData("$HOME", "--data.path='$HOME'")]
    public void TheSourceIsACommandThatAShellReadsAsItWasTyped(string path, string typed)
    {
        var text = Composed.Compose("--dataset=image-folder", "--data.train=2000", "--data.test=500", $"--data.path={path}");

        var source = text[..text.IndexOf("# Command:", StringComparison.Ordinal)].ReplaceLineEndings("");
        Assert.EndsWith($" --data.test=500 {typed}", source.Replace("#           ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Cross-entropy without and with mixup, resnet-18 on cifar10", "--data.augment=none")]
    [InlineData("Cross-entropy, resnet-18 on cifar10", "--mixup=none")]
    [InlineData("Losses without and with mixup, resnet-18 on cifar10", "--loss=mae,focal")]
    [InlineData("Focal-2 without and with mixup, resnet-18 on mnist", "--loss=focal-2", "--dataset=mnist")]
    public void ATitleIsMadeOfWhatIsCompared(string title, params string[] options) => Assert.Equal(title, Composed.Planned(options).Title);

    [Fact]
    public void MixupsWithCommasBetweenAreComparedInTheirOrder() => Assert.Equal(
        ["mixup(alpha=0.4)", "none", "cutmix(alpha=1)"],
        Composed.Cells("--mixup=mixup-0.4, none, cutmix", "--seeds=0").Select(cell => Assert.Single(cell.Axes).Value));
}
