using System.Text;

namespace NeuralCollapse.Records;

/// <summary>A result file that is about to be read, strictly.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Remedy">What to do when it is missing or damaged, as a sentence.</param>
internal sealed record ResultFile(string Path, string Remedy)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text, where it has been read already.</summary>
    private string? Text { get; init; }

    /// <summary>The whole text.</summary>
    /// <exception cref="DamagedResultException">When the file is missing, is not UTF-8 with LF, or does not end with a line end.</exception>
    public string Read() => Text ?? ReadAll();

    /// <summary>The same file, read now and found to be what it should be.</summary>
    /// <param name="sha256">Of its text.</param>
    /// <param name="expected">What that is the hash of.</param>
    /// <exception cref="DamagedResultException">As of <see cref="Read"/>, and when it is another text.</exception>
    public ResultFile Holding(string sha256, string expected = "what was written")
    {
        var text = Read();
        return ContentHash.Of(text) is var hash && hash == sha256
            ? this with { Text = text }
            : throw Damaged($"{expected}, with SHA-256 {ContentHash.Short(sha256)}", $"other text, with SHA-256 {ContentHash.Short(hash)}");
    }

    /// <summary>The error of a file that should not be there.</summary>
    public DamagedResultException Unexpected(string why) => Damaged($"no such file, for {why}", "one");

    /// <summary>The error of a file that is not there.</summary>
    public DamagedResultException Missing() => Damaged("this result file", "none");

    private string ReadAll()
    {
        if (!File.Exists(Path))
            throw Missing();
        var text = Decoded();
        var carriageReturn = text.IndexOf('\r', StringComparison.Ordinal);
        if (carriageReturn >= 0)
            throw Damaged(text.AsSpan(0, carriageReturn).Count('\n') + 1, "lines that end with LF", "CR LF, as where a checkout changes line ends");
        if (!text.EndsWith('\n'))
            throw Damaged(text.AsSpan().Count('\n') + 1, "a line end at the end of the file", text.Length == 0 ? "nothing" : "none");
        return text;
    }

    /// <summary>The error at a line, counted from 1.</summary>
    public DamagedResultException Damaged(int line, string expected, string got) => DamagedAt($":{Numbers.Format(line)}", expected, got);

    /// <summary>The error at a location that is not a line, such as <c>metrics.nc1</c>.</summary>
    public DamagedResultException Damaged(string location, string expected, string got) => DamagedAt($": {location}", expected, got);

    private DamagedResultException Damaged(string expected, string got) => DamagedAt("", expected, got);

    private DamagedResultException DamagedAt(string location, string expected, string got) => new([new($"{Shown}{location}", expected, got)], Remedy);

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
