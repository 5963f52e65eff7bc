using BitMiracle.LibJpeg.Classic;

namespace NeuralCollapse.Training;

/// <summary>
/// Looks whether a JPEG file, baseline or progressive, has all of its blocks. Decoders fill what is missing or damaged with grey, without a
/// word, as long as a marker follows: then images are trained on that nobody has seen. The coefficients are read and no pixel is computed;
/// what libjpeg would only warn of is a fault here.
/// </summary>
internal static class JpegBlocks
{
    /// <summary>What is wrong with it; empty where nothing is. What follows the end of the image, as cameras leave it, is not looked at.</summary>
    public static string Fault(byte[] file)
    {
        try
        {
            using var stream = new MemoryStream(file, writable: false);
            var decoder = new jpeg_decompress_struct(new Strictness());
            decoder.jpeg_stdio_src(stream);
            decoder.jpeg_read_header(require_image: true);
            decoder.jpeg_read_coefficients();
            return IsRefined(decoder) ? "" : "one without its last scans";
        }
        catch (FaultException fault)
        {
            return fault.Message;
        }
        catch (IndexOutOfRangeException)
        {
            return "a damaged one"; // numbers that the decoder does not check
        }
    }

    /// <summary>Whether each coefficient of a progressive file came with all of its bits, as every encoder writes it.</summary>
    private static bool IsRefined(jpeg_decompress_struct decoder) =>
        decoder.Coef_bits is not { } missing || missing.Take(decoder.Num_components).All(bits => bits.All(left => left == 0));

    private sealed class FaultException(string message) : Exception(message);

    private sealed class Strictness : jpeg_error_mgr
    {
        public override void error_exit() => throw Fault();

        public override void emit_message(int msg_level)
        {
            if (msg_level < 0)
                throw Fault();
        }

        private FaultException Fault() => new($"a damaged one ({format_message()})");
    }
}
