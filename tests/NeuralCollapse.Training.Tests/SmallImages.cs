using NeuralCollapse.Specs;
using SkiaSharp;

namespace NeuralCollapse.Training.Tests;

/// <summary>A folder of small images of one colour each.</summary>
internal sealed class SmallImages : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public string At(params string[] path) => Path.Combine([folder.Path, "pictures", .. path]);

    /// <summary>Training and test images of the classes apple and pear, red being 10, 20, 30...</summary>
    public SmallImages WithSplit() => With("train/pear/b.png", 10).With("train/pear/a.png", 20).With("train/apple/z.png", 30)
        .With("test/apple/1.png", 40).With("test/pear/1.png", 50);

    public SmallImages With(string path, byte red, int width = 3, int height = 2) => With(path, new SKColor(red, 1, 2), width, height);

    public SmallImages With(string path, SKColor colour, int width = 3, int height = 2, SKEncodedImageFormat format = SKEncodedImageFormat.Png)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        bitmap.Erase(colour);
        using var data = bitmap.Encode(format, 100);
        return With(path, data.ToArray());
    }

    public SmallImages With(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllBytes(At(path), bytes);
        return this;
    }

    public DataSet Read(int train = 3, int test = 2, double fraction = 0, int channels = 3) => DataSet.Load(
        new ImageFolderData { Path = "pictures", Train = train, Test = test, TestFraction = fraction, Channels = channels }, folder.Path);

    public string Error(int train = 3, double fraction = 0, int channels = 3) =>
        Assert.Throws<UserErrorException>(() => Read(train, fraction: fraction, channels: channels)).Message;

    public void Dispose() => folder.Dispose();
}
