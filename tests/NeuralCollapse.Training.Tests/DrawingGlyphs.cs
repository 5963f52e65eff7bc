using System.Security.Cryptography;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Training.Tests;

public sealed class DrawingGlyphs
{
    [Fact]
    public void BytesAreTheSameOnEveryMachine()
    {
        var data = Glyphs.Draw(new() { Train = 200, Test = 100 });

        Assert.StartsWith("6e7cc9c443a6f56583823e27d5bda239809fd1557", Convert.ToHexStringLower(SHA256.HashData([.. data.Train.Pixels, .. data.Test.Pixels])));
    }

    [Fact]
    public void ALargerSetBeginsWithTheSmallerOne()
    {
        var (small, large) = (Glyphs.Draw(new() { Train = 20, Test = 10 }), Glyphs.Draw(new() { Train = 50, Test = 30 }));

        Assert.Equal(small.Train.Pixels, large.Train.Pixels[..small.Train.Pixels.Length]);
        Assert.Equal(small.Test.Pixels, large.Test.Pixels[..small.Test.Pixels.Length]);
    }

    [Fact]
    public void AClassWithoutTrainingImagesIsNamed()
    {
        var error = Assert.Throws<UserErrorException>(() => DataSet.Load(new GlyphsData { Train = 7, Test = 10 }, ""));

        Assert.Equal("data.train: expected training images of each of the 10 classes, got 7, and none of the classes 7, 8, 9\n  remedy: use more training images", error.Message);
        Assert.Equal(10, Glyphs.Draw(new() { Train = 7, Test = 10 }).Classes);
    }

    [Fact]
    public void ClassesAreEvenlySpread() =>
        Assert.All(Glyphs.Draw(new() { Train = 50, Test = 10 }).Train.Labels.CountBy(label => label), c => Assert.Equal(5, c.Value));

    [Fact]
    public void NoTwoImagesAreTheSame()
    {
        var data = Glyphs.Draw(new() { Train = 300, Test = 300 });
        var images = new[] { data.Train, data.Test }.SelectMany(split => split.Pixels.Chunk(split.Shape.Size).Select(Convert.ToHexString));

        Assert.Distinct(images);
    }
}
