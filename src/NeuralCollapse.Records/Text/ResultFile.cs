using System.Text;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Records;

/// <summary>A result file that is about to be read, strictly.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Remedy">What to do when it is missing or damaged, as a sentence.</param>
internal sealed record ResultFile(string Path, string Remedy)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The whole text.</summary>
    /// <exception cref="UserErrorException">When the file is missing, is not UTF-8 with LF, or does not end with a line end.</exception>
    public string Read()
    {
        if (!File.Exists(Path))
            throw new UserErrorException($"{Shown}: expected this result file, got none.\n{Remedy}");
        var text = Decoded();
        var carriageReturn = text.IndexOf('\r', StringComparison.Ordinal);
        if (carriageReturn >= 0)
            throw Damaged(text.AsSpan(0, carriageReturn).Count('\n') + 1, "lines that end with LF", "CR LF");
        if (!text.EndsWith('\n'))
            throw Damaged(text.AsSpan().Count('\n') + 1, "a line end at the end of the file", text.Length == 0 ? "nothing" : "none");
        return text;
    }

    /// <summary>The error at a line, counted from 1.</summary>
    public UserErrorException Damaged(int line, string expected, string got) =>
        new($"{Shown}:{Numbers.Format(line)}: expected {expected}, got {got}.\n{Remedy}");

    /// <summary>The error at a location that is not a line, such as <c>metrics.nc1</c>.</summary>
    public UserErrorException Damaged(string location, string expected, string got) =>
        new($"{Shown}: {location}: expected {expected}, got {got}.\n{Remedy}");

    private string Shown => Path.Replace('\\', '/');

    private string Decoded()
    {
        try
        {
            return Strict.GetString(File.ReadAllBytes(Path));
        }
        catch (DecoderFallbackException)
        {
            throw Damaged("text", "UTF-8", "other bytes");
        }
    }
}
