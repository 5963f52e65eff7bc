namespace NeuralCollapse.Training;

/// <summary>
/// What an image file says of its own numbers. The decoder would bring other depths down to eight bits, and other colours to red, green
/// and blue, without a word: then images are trained on that nobody has seen.
/// </summary>
internal static class ImageEncoding
{
    private const int DepthOfPng = 24, ColourOfPng = 25; // of the chunk IHDR, which is always the first

    /// <summary>What makes the bytes of a PNG file other than eight bits a channel, or fewer in a palette or in grey; empty where nothing does.</summary>
    public static string OddityOfPng(ReadOnlySpan<byte> file) => file.Length > ColourOfPng ? Depth(file[DepthOfPng]) : "no header";

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
