namespace NeuralCollapse.Specs.Tests;

public sealed class OfferingOptions
{
    [Fact]
    public void EveryShortOptionSaysWhatItMayBe() => Assert.Equal(
        """
        name: Name of the experiment and of its file
        dataset: Data set: cifar10, cifar100, fashion-mnist, glyphs, image-folder, kmnist, mnist
        model: Network, with its numbers: mlp-HIDDEN, resnet-DEPTH, vgg-DEPTH, vit-PATCH-DIM-DEPTH-HEADS-MLP, wide-resnet-DEPTH-WIDTH; vit-ti-4, vit-s-4, vit-b-4
        loss: Loss, or several with commas between: cross-entropy, focal-GAMMA, mae-KAPPA, rescaled-mse-K-M, scaled-mse-KAPPA, smooth-l1-BETA-KAPPA, squentropy
        mixup: Whether training images are mixed: cutmix-ALPHA, manifold-ALPHA-LAYERS, mixup-ALPHA, none; both where not given
        epochs: Epochs of training
        seeds: Seeds with commas between; 0,1,2 where not given
        title: One line, for the report
        claim: What is expected, for the report
        numerics: Which processor instructions may be used: portable or native
        """,
        string.Join('\n', NewExperiment.ShortOptions.Select(option => $"{option.Key}: {option.Value}")));

    [Fact]
    public void NoOptionIsOfferedTwice() => Assert.Equal(NewExperiment.Options.Distinct(), NewExperiment.Options);

    /// <summary>What has a short name, or is a section that short names and keys make up, is not offered by its path too.</summary>
    [Theory]
    [InlineData("data")]
    [InlineData("training")]
    [InlineData("measure")]
    [InlineData("training.epochs")]
    public void WhatCanBeSaidOtherwiseIsNoOption(string path) => Assert.DoesNotContain(path, NewExperiment.Options);
}
