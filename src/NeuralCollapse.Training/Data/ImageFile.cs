using System.Buffers.Binary;
using NeuralCollapse.Specs;
using SkiaSharp;

namespace NeuralCollapse.Training;

/// <summary>Reads PNG and JPEG files as they are: no colour management, no scaling, no blending. JPEG is decoded in integers, alike everywhere.</summary>
internal static class ImageFile
{
    private const int LongestEdge = 4096;
    private const int MostBytes = 1 << 27; // more than the longest edges need uncompressed

    private static readonly byte[]
        StartOfPng = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a],
        StartOfJpeg = [0xff, 0xd8];

    /// <summary>The shape that the images of a data set have to have, which is the size of this one.</summary>
    /// <exception cref="UserErrorException">It is no image.</exception>
    public static ImageShape ShapeOf(string path, int channels)
    {
        using var codec = Open(path);
        return new(channels, codec.Info.Height, codec.Info.Width);
    }

    /// <summary>Reads one image into C x H x W bytes.</summary>
    /// <exception cref="UserErrorException">It cannot be decoded, or is not of that shape.</exception>
    public static void Read(string path, ImageShape shape, Span<byte> pixels)
    {
        using var codec = Open(path);
        if (codec.Info.Width != shape.Width || codec.Info.Height != shape.Height)
            throw Unfit(path, FormattableString.Invariant($"{shape.Width} x {shape.Height} pixels, as the first image has"), Size(codec.Info));
        var info = new SKImageInfo(shape.Width, shape.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        using var bitmap = new SKBitmap(info);
        var result = codec.GetPixels(info, bitmap.GetPixels());
        if (result != SKCodecResult.Success)
            throw Unfit(path, "a whole image", $"one that cannot be decoded ({result})");
        Separate(path, bitmap.GetPixelSpan(), shape, pixels);
    }

    /// <summary>H x W x RGBA to C x H x W.</summary>
    private static void Separate(string path, ReadOnlySpan<byte> interleaved, ImageShape shape, Span<byte> pixels)
    {
        var plane = shape.Height * shape.Width;
        for (var place = 0; place < plane; place++)
        {
            var pixel = interleaved.Slice(4 * place, 4);
            if (pixel[3] != byte.MaxValue)
                throw Unfit(path, "an opaque image", $"a transparent pixel at {At(place, shape)}");
            if (shape.Channels == 1 && (pixel[0] != pixel[1] || pixel[1] != pixel[2]))
                throw Unfit(path, "grey, for data.channels is 1", $"a colour at {At(place, shape)}");
            for (var channel = 0; channel < shape.Channels; channel++)
                pixels[(channel * plane) + place] = pixel[channel];
        }
    }

    private static SKCodec Open(string path)
    {
        var bytes = InputFile.Read(path, MostBytes);
        if (Oddity(bytes) is { Length: > 0 } oddity)
            throw Unfit(path, "8 bits a channel at most, in grey or in red, green and blue", oddity);
        using var data = SKData.CreateCopy(bytes);
        var codec = SKCodec.Create(data);
        if (codec is not null && Math.Max(codec.Info.Width, codec.Info.Height) > LongestEdge)
            throw Unfit(path, FormattableString.Invariant($"edges of at most {LongestEdge} pixels"), Size(codec.Info));
        return codec?.EncodedFormat switch
        {
            SKEncodedImageFormat.Png when ImageEncoding.HasEndOfPng(bytes) => codec,
            SKEncodedImageFormat.Jpeg when JpegBlocks.Fault(bytes) is var fault => fault.Length == 0 ? codec : throw Unfit(path, "a whole image", fault),
            SKEncodedImageFormat.Png => throw Unfit(path, "the end of an image at the end of the file", "something else"),
            _ => throw Unfit(path, "a PNG or JPEG image", "something else"),
        };
    }

    /// <summary>What nobody may decode in silence; empty where there is nothing, or where it is no image.</summary>
    private static string Oddity(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(StartOfPng) ? ImageEncoding.OddityOfPng(bytes) : bytes.StartsWith(StartOfJpeg) ? ImageEncoding.OddityOfJpeg(bytes) : "";

    private static string At(int place, ImageShape shape) => FormattableString.Invariant($"column {place % shape.Width}, row {place / shape.Width}");

    private static string Size(SKImageInfo info) => FormattableString.Invariant($"{info.Width} x {info.Height}");

    private static UserErrorException Unfit(string path, string expected, string got) =>
        new($"{path}: expected {expected}, got {got}\n  remedy: replace or remove the image");
}

/// <summary>
/// What an image file says of its own numbers. The decoder would bring other depths down to eight bits, and other colours to red, green
/// and blue, without a word: then images are trained on that nobody has seen.
/// </summary>
internal static class ImageEncoding
{
    private const int DepthOfPng = 24, ColourOfPng = 25; // of the chunk IHDR, which is always the first

    /// <summary>What makes the bytes of a PNG file other than eight bits a channel, or fewer in a palette or in grey; empty where nothing does.</summary>
    public static string OddityOfPng(ReadOnlySpan<byte> file) => file.Length > ColourOfPng ? Depth(file[DepthOfPng]) : "no header";

    /// <summary>Whether the chunks of a PNG file go on to its last, IEND: decoders forgive its absence, but then something else may be absent, too.</summary>
    public static bool HasEndOfPng(ReadOnlySpan<byte> file)
    {
        for (long at = 8; at + 12 <= file.Length; at += 12L + BinaryPrimitives.ReadUInt32BigEndian(file[(int)at..]))
        {
            if (file.Slice((int)at + 4, 4).SequenceEqual("IEND"u8))
                return true;
        }

        return false;
    }

    /// <summary>What makes the bytes of a JPEG file other than eight bits a channel in grey or colour; empty where nothing does.</summary>
    public static string OddityOfJpeg(ReadOnlySpan<byte> file)
    {
        // A marker, two bytes, and the length of its segment, two more: the frame's has the depth and, after its size, the channels.
        var at = 2;
        while (at + 9 < file.Length && file[at] == 0xff)
        {
            var marker = file[at + 1];
            if (marker == 0xff)
                at++;
            else if (marker is >= 0xc0 and <= 0xcf and not (0xc4 or 0xc8 or 0xcc))
                return Depth(file[at + 4]) is { Length: > 0 } depth ? depth : file[at + 9] is 1 or 3 ? "" : Channels(file[at + 9]);
            else
                at += 2 + (file[at + 2] << 8) + file[at + 3];
        }

        return "no header of a frame";
    }

    private static string Depth(byte bits) => bits <= 8 ? "" : FormattableString.Invariant($"{bits} bits a channel");

    private static string Channels(byte count) => count == 4 ? "CMYK, four channels of ink" : FormattableString.Invariant($"{count} channels");
}
