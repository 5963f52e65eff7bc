using System.Security.Cryptography;
using SkiaSharp;

namespace NeuralCollapse.Training.Tests;

public sealed class ReadingJpegs : IDisposable
{
    private readonly SmallImages images = new();

    public void Dispose() => images.Dispose();

    [Fact]
    public void JpegIsDecodedToTheSameBytesEverywhere()
    {
        foreach (var place in (string[])["train/a", "train/b", "test/a", "test/b"])
            images.With($"{place}/x.jpg", Jpeg.Gradient);

        Assert.StartsWith("d728932125d559dcc663cc138aabf4dba70a23a1dc4ae8392571ee41a4277119", Convert.ToHexStringLower(SHA256.HashData(images.Read(2).Train.Pixels)));
    }

    [Theory]
    [InlineData(4, 12, "got 12 bits a channel")]
    [InlineData(9, 4, "got CMYK, four channels of ink")]
    [InlineData(9, 2, "got 2 channels")]
    public void AJpegOfOtherDepthOrColoursIsNamed(int place, byte value, string message)
    {
        images.WithSplit();
        File.Delete(images.At("train", "pear", "a.png"));
        var bytes = Jpeg.Gradient.ToArray();
        bytes[bytes.AsSpan().IndexOf<byte>([0xff, 0xc0]) + place] = value;

        Assert.Contains($"a.jpg: expected 8 bits a channel at most, in grey or in red, green and blue, {message}\n", images.With("train/pear/a.jpg", bytes).Error(), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatACameraWritesBehindTheEndOfAnImageIsPassedOver()
    {
        foreach (var place in (string[])["train/a", "train/b", "test/a", "test/b"])
            images.With($"{place}/x.jpg", [.. Jpeg.Gradient, 0, 0, 0, .. "trailer"u8, 0xff, 0xd8]).With($"{place}/y.jpg", Jpeg.Gradient);

        var pixels = images.Read(4).Train.Pixels;

        Assert.Equal(pixels[(pixels.Length / 2)..], pixels[..(pixels.Length / 2)]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AJpegCutAnywhereIsNamedThoughAnEndMarkerIsPutBehindIt(bool progressive)
    {
        images.WithSplit();
        File.Delete(images.At("train", "pear", "a.png"));
        var jpeg = progressive ? Jpeg.Progressive : Jpeg.Gradient;
        var scan = jpeg.AsSpan().IndexOf<byte>([0xff, 0xda]) + 14;

        Assert.All(Enumerable.Range(scan, jpeg.Length - 4 - scan), length => Assert.Contains(
            "a.jpg: expected a whole image, got ", images.With("train/pear/a.jpg", [.. jpeg[..length], 0xff, 0xd9]).Error(), StringComparison.Ordinal));
    }

    [Fact]
    public void WhatIsWrongWithAJpegIsSaidAsLibjpegSaysIt()
    {
        var lastScan = Jpeg.Progressive.AsSpan().LastIndexOf<byte>([0xff, 0xc4]);
        var tables = Jpeg.Gradient.AsSpan().IndexOf<byte>([0xff, 0xc4]);

        Assert.Equal("a damaged one (Corrupt JPEG data: premature end of data segment)", JpegBlocks.Fault([.. Jpeg.Gradient[..^8], 0xff, 0xd9]));
        Assert.Equal("a damaged one (Premature end of JPEG file)", JpegBlocks.Fault(Jpeg.Gradient[..^2]));
        Assert.Equal("a damaged one (Bogus Huffman table definition)", JpegBlocks.Fault([.. Jpeg.Gradient[..(tables + 5)], 255, .. Jpeg.Gradient[(tables + 6)..]]));
        Assert.Equal("one without its last scans", JpegBlocks.Fault([.. Jpeg.Progressive[..lastScan], 0xff, 0xd9]));
        Assert.Equal("a damaged one (Inconsistent progression sequence for component 0 coefficient 1)",
            JpegBlocks.Fault([.. Jpeg.Progressive[..^2], .. Jpeg.Progressive[lastScan..]]));
    }

    [Fact]
    public void AProgressiveJpegIsTheImageThatItsCoefficientsAre()
    {
        foreach (var place in (string[])["train/a", "train/b", "test/a", "test/b"])
            images.With($"{place}/x.jpg", Jpeg.Gradient).With($"{place}/y.jpg", Jpeg.Progressive);

        var pixels = images.Read(4).Train.Pixels;

        Assert.Equal(pixels[(pixels.Length / 2)..], pixels[..(pixels.Length / 2)]);
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg, 100)]
    [InlineData(SKEncodedImageFormat.Jpeg, 30)]
    public void WholeJpegsOfAnySizeAreWhole(SKEncodedImageFormat format, int quality)
    {
        foreach (var (width, height) in ((int, int)[])[(1, 1), (7, 9), (16, 16), (17, 33), (100, 64)])
        {
            using var bitmap = new SKBitmap(width, height);
            for (var place = 0; place < width * height; place++)
                bitmap.SetPixel(place % width, place / width, new((byte)(place * 37), (byte)(place * 91), (byte)(place * place)));
            using var encoded = bitmap.Encode(format, quality);

            Assert.Equal("", JpegBlocks.Fault(encoded.ToArray()));
        }
    }
}
