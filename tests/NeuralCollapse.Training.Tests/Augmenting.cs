using NeuralCollapse.Specs;
using static TorchSharp.torch;

namespace NeuralCollapse.Training.Tests;

public sealed class Augmenting
{
    private static readonly NetworkCell Cropping = Cells.Small with { Data = new GlyphsData { Train = 60, Test = 20, Augment = Augmentation.Crop } };

    [Theory]
    [InlineData(0, 0, false, "1 2 3 4 5 6")]
    [InlineData(1, 0, false, "4 5 6 0 0 0")]
    [InlineData(-1, 0, false, "0 0 0 1 2 3")]
    [InlineData(0, 1, false, "2 3 0 5 6 0")]
    [InlineData(0, -1, false, "0 1 2 0 4 5")]
    [InlineData(0, 0, true, "3 2 1 6 5 4")]
    [InlineData(1, 1, true, "0 6 5 0 0 0")]
    [InlineData(4, 4, false, "0 0 0 0 0 0")]
    public void AnImageIsMovedThenMirrored(int down, int right, bool mirrored, string expected)
    {
        Assert.Equal(expected, string.Join(' ', Varied(new(1, 2, 3), new Variation(down, right, mirrored))));
    }

    [Fact]
    public void ChannelsMoveAlikeAndKeepApart()
    {
        Assert.Equal([2, 3, 0, 5, 6, 0], Varied(new(2, 3, 1), new Variation(1, 0, false)));
    }

    [Fact]
    public void EachImageMovesByItself()
    {
        LibTorch.Load();
        using var scope = NewDisposeScope();
        using var batches = new Batches(new() { Pixels = [1, 2, 3, 4, 5, 6], Labels = [0, 1, 2], Shape = new(1, 1, 2) }, Plain(1));

        var varied = batches.At([2, 0], [new(0, 1, true), new(0, -1, false)]).Images;

        Assert.Equal([0, 6, 0, 1], varied.contiguous().data<float>().ToArray());
    }

    /// <summary>Against the definition written out as loops over pixels, on images that are moved in every way.</summary>
    [Fact]
    public void EveryMoveGivesTheNormalisedPixelsThatItShouldToTheBit()
    {
        LibTorch.Load();
        using var scope = NewDisposeScope();
        var (shape, random) = (new ImageShape(3, 5, 7), new RandomStream(0, "test"));
        Variation[] moves = [.. from down in Enumerable.Range(-4, 9) from right in Enumerable.Range(-4, 9) from mirrored in (bool[])[false, true] select new Variation(down, right, mirrored)];
        int[] places = [.. Enumerable.Range(0, moves.Length)];
        var images = new ImageSet { Pixels = [.. Enumerable.Range(0, moves.Length * shape.Size).Select(_ => (byte)random.NextIndex(256))], Labels = places, Shape = shape };
        using var batches = new Batches(images, ChannelStatistics.Of(images));
        var plain = batches.At(places).Images.contiguous().data<float>().ToArray();

        var varied = batches.At(places, moves).Images.contiguous().data<float>().ToArray();

        Assert.Equal([.. moves.SelectMany((move, sample) => Moved(plain.AsSpan(sample * shape.Size, shape.Size), move, shape))], varied);
    }

    [Fact]
    public void AVariationIsAFunctionOfSeedEpochAndPlaceAlone()
    {
        var all = Variation.Draw(Augmentation.CropFlip, 3, 2, [.. Enumerable.Range(0, 50)]);

        Assert.Equal([all[7], all[41]], Variation.Draw(Augmentation.CropFlip, 3, 2, [7, 41]));
        Assert.NotEqual(all, Variation.Draw(Augmentation.CropFlip, 3, 3, [.. Enumerable.Range(0, 50)]));
        Assert.NotEqual(all, Variation.Draw(Augmentation.CropFlip, 4, 2, [.. Enumerable.Range(0, 50)]));
    }

    /// <summary>8100 draws: each of the 81 places is expected 100 times, within five standard deviations.</summary>
    [Fact]
    public void EveryPlaceIsEquallyLikelyAndHalfAreMirrored()
    {
        var all = Variation.Draw(Augmentation.CropFlip, 0, 1, [.. Enumerable.Range(0, 8100)]);

        var counts = all.CountBy(v => (v.Down, v.Right)).ToList();
        Assert.Equal(81, counts.Count);
        Assert.All(counts, c => Assert.InRange(c.Value, 50, 150));
        Assert.InRange(all.Count(v => v.Mirrored), 4050 - 225, 4050 + 225);
    }

    [Fact]
    public void CroppingAloneMirrorsNothing() =>
        Assert.DoesNotContain(Variation.Draw(Augmentation.Crop, 0, 1, [.. Enumerable.Range(0, 100)]), v => v.Mirrored);

    [Fact]
    public void WithoutAugmentationNothingIsDrawn() => Assert.Empty(Variation.Draw(Augmentation.None, 0, 1, [1, 2, 3]));

    /// <summary>An image is normalised before it is moved, so the edge is the mean of the training set and not black.</summary>
    [Fact]
    public void TheEdgeIsZeroAfterNormalisation()
    {
        LibTorch.Load();
        var images = new ImageSet { Pixels = [0, 100, 200, 250], Labels = [0], Shape = new(1, 2, 2) };
        using var scope = NewDisposeScope();
        using var batches = new Batches(images, new([0.5], [0.25]));

        var plain = batches.At([0]).Images.contiguous().data<float>().ToArray();
        var moved = batches.At([0], [new(1, 0, false)]).Images.contiguous().data<float>().ToArray();

        Assert.Equal([plain[2], plain[3], 0, 0], moved);
    }

    [Fact]
    public void AVariationThatMovesNothingChangesNoBit()
    {
        LibTorch.Load();
        using var scope = NewDisposeScope();
        var data = Glyphs.Draw(new() { Train = 20, Test = 10 });
        using var batches = new Batches(data.Train, data.Statistics);

        var (plain, varied) = (batches.At([3, 5]).Images, batches.At([3, 5], [default, default]).Images);

        Assert.Equal(plain.contiguous().data<float>().ToArray(), varied.contiguous().data<float>().ToArray());
        Assert.Equal(plain.stride(), varied.stride());
    }

    private static float[] Moved(ReadOnlySpan<float> image, Variation move, ImageShape shape)
    {
        var (_, height, width) = shape;
        var moved = new float[image.Length];
        for (var i = 0; i < moved.Length; i++)
        {
            var (row, column) = (i / width % height, i % width);
            var (y, x) = (row + move.Down, (move.Mirrored ? width - 1 - column : column) + move.Right);
            if (y >= 0 && y < height && x >= 0 && x < width)
                moved[i] = image[(i / (height * width) * height * width) + (y * width) + x];
        }

        return moved;
    }

    /// <summary>An image with the pixels 1 to 6, varied, and not normalised.</summary>
    private static float[] Varied(ImageShape shape, Variation variation)
    {
        LibTorch.Load();
        using var scope = NewDisposeScope();
        using var batches = new Batches(new() { Pixels = [1, 2, 3, 4, 5, 6], Labels = [0], Shape = shape }, Plain(shape.Channels));
        return batches.At([0], [variation]).Images.contiguous().data<float>().ToArray();
    }

    /// <summary>Statistics by which a byte is normalised to itself.</summary>
    private static ChannelStatistics Plain(int channels) => new([.. Enumerable.Repeat(0.0, channels)], [.. Enumerable.Repeat(1.0 / 255, channels)]);

    [Fact]
    public void TrainingWithItIsRepeatableAndDiffersFromTrainingWithout()
    {
        Assert.Equal(Cropping.FinalLogits(), Cropping.FinalLogits());
        Assert.NotEqual(Cells.Small.FinalLogits(), Cropping.FinalLogits());
    }
}
