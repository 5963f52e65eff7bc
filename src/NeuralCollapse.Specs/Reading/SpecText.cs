using System.Buffers;
using System.Text.Unicode;

namespace NeuralCollapse.Specs;

/// <summary>The text of a spec file, which is UTF-8 and nothing else; a byte order mark before it is passed over.</summary>
internal static class SpecText
{
    private const char ByteOrderMark = '\ufeff';

    /// <exception cref="UserMistakeException">The bytes are no UTF-8: with the place of the first that is not.</exception>
    public static string Of(byte[] bytes, string fileName)
    {
        var characters = new char[bytes.Length];
        var status = Utf8.ToUtf16(bytes, characters, out var read, out var written, replaceInvalidSequences: false);
        var text = new string(characters, 0, written);
        if (status != OperationStatus.Done)
        {
            var mistakes = new Mistakes(fileName);
            var line = text.Count(c => c == '\n') + 1;
            mistakes.Add(line, written - text.LastIndexOf('\n'), $"expected UTF-8, got the byte {bytes[read]:X2}", "save the file as UTF-8");
            mistakes.ThrowIfAny();
        }

        return text.TrimStart(ByteOrderMark);
    }
}
