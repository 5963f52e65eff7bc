using NeuralCollapse.Specs;

namespace NeuralCollapse.Training.Tests;

public sealed class HoldingImagesOut
{
    private static readonly GlyphsData Glyphs = new() { Train = 60, Test = 20, Validation = 30 };

    [Fact]
    public void TheyFollowTheTrainingImages()
    {
        var (with, without) = (DataSet.Load(Glyphs, ""), DataSet.Load(Glyphs with { Train = 90, Validation = 0 }, ""));

        Assert.Equal(without.Train.Pixels, with.Train.Pixels.Concat(with.Validation!.Pixels));
        Assert.Equal(without.Train.Labels, with.Train.Labels.Concat(with.Validation.Labels));
        Assert.Equal((60, 30, 20), (with.Train.Count, with.Validation.Count, with.Test.Count));
    }

    [Fact]
    public void WithoutAnyThereIsNoValidationSet() => Assert.Null(DataSet.Load(Glyphs with { Validation = 0 }, "").Validation);

    [Fact]
    public void TrainingDoesNotSeeThem() =>
        Assert.Equal(Cells.Small.FinalLogits(), (Cells.Small with { Data = Glyphs }).FinalLogits());

    [Fact]
    public void TheNetworkIsAskedAboutEachOfThem()
    {
        var cell = Cells.Small with { Data = Glyphs };
        var data = DataSet.Load(Glyphs, "");

        var outputs = Trainer.Train(cell, data, _ => { }).Select(trained => trained.OnValidation()!).Single();

        Assert.Equal(data.Validation!.Labels, outputs.Labels);
        Assert.Equal(30 * 10, outputs.Logits.Length);
    }

    [Fact]
    public void MoreThanThereAreIsAnError()
    {
        var objections = new MnistData { Train = 55_000, Validation = 5001 }.Objections();

        Assert.Equal([new("validation", "at most 5000 images, as 55000 of 60000 are for training", "5001")], objections);
        Assert.Empty(new MnistData { Train = 55_000, Validation = 5000 }.Objections());
    }
}
