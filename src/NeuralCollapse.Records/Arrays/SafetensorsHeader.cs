using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Records;

/// <summary>What stands before the numbers of a .safetensors file: its own length in eight bytes, and JSON that names every tensor.</summary>
internal static class SafetensorsHeader
{
    private const long Longest = 100_000_000; // the format's own limit
    private const string Metadata = "__metadata__";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The header with its length before it, padded with spaces so that the numbers begin at a multiple of 8.</summary>
    public static byte[] Write(IReadOnlyList<NamedArray> arrays, IEnumerable<KeyValuePair<string, string>> metadata)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, Compact))
        {
            var offset = 0L;
            writer.WriteStartObject();
            if (metadata.Any())
            {
                writer.WriteStartObject(Metadata);
                foreach (var (key, text) in metadata.OrderBy(m => m.Key, StringComparer.Ordinal))
                    writer.WriteString(key, text);
                writer.WriteEndObject();
            }

            foreach (var array in arrays)
            {
                writer.WriteStartObject(array.Name);
                writer.WriteString("dtype", SafetensorsType.NameOf(array.Description));
                WriteNumbers(writer, "shape", array.Shape.Select(extent => (long)extent));
                WriteNumbers(writer, "data_offsets", [offset, offset += array.Bytes.Length]);
                writer.WriteEndObject();
            }
            writer.WriteEndObject();
        }

        var header = new byte[8 + ((json.WrittenCount + 7) / 8 * 8)];
        header.AsSpan().Fill((byte)' ');
        BinaryPrimitives.WriteInt64LittleEndian(header, header.Length - 8);
        json.WrittenSpan.CopyTo(header.AsSpan(8));
        return header;
    }

    /// <summary>Reads the header and leaves the stream at the first number. Entries come in the order of their numbers.</summary>
    /// <param name="stream">A file from its beginning.</param>
    /// <param name="path">What errors name.</param>
    /// <exception cref="UserErrorException">No such header, or tensors that do not fill the file, each byte once.</exception>
    public static (IReadOnlyList<SafetensorsEntry> Entries, IReadOnlyDictionary<string, string> Metadata) Read(Stream stream, string path)
    {
        var start = new byte[8];
        if (stream.ReadAtLeast(start, 8, throwOnEndOfStream: false) is var got && got < 8)
            throw new UserErrorException($"{path}: offset 0: expected the length of a header in 8 bytes, got {got}");
        var length = BinaryPrimitives.ReadUInt64LittleEndian(start);
        var rest = stream.Length - 8;
        if (length > (ulong)Math.Min(rest, Longest))
            throw new UserErrorException($"{path}: offset 0: expected a header of at most {Math.Min(rest, Longest)} bytes{(rest < Longest ? ", which follow" : "")}, got {length}");
        var json = new byte[length];
        stream.ReadExactly(json);
        var (entries, metadata) = Parse(json, path);
        CheckLayout(entries, rest - (long)length, path);
        return (entries, metadata);
    }

    private static (List<SafetensorsEntry>, Dictionary<string, string>) Parse(byte[] json, string path)
    {
        if (json is not [(byte)'{', ..])
            throw new UserErrorException($"{path}: offset 8: expected a header that begins with {{, got {(json.Length == 0 ? "none" : $"the byte {json[0]}")}");
        try
        {
            using var document = JsonDocument.Parse(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(json), Strict);
            var texts = new Dictionary<string, string>(StringComparer.Ordinal);
            if (document.RootElement.TryGetProperty(Metadata, out var metadata))
            {
                if (metadata.ValueKind != JsonValueKind.Object || metadata.EnumerateObject().Any(p => p.Value.ValueKind != JsonValueKind.String))
                    throw new UserErrorException($"{path}: {Metadata}: expected an object of texts, got {metadata}");
                texts = metadata.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!, StringComparer.Ordinal);
            }

            return ([.. document.RootElement.EnumerateObject().Where(p => p.Name != Metadata)
                .Select(p => SafetensorsEntry.Parse(p.Name, p.Value, $"{path}: {p.Name}")).OrderBy(e => e.Begin).ThenBy(e => e.End)], texts);
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException)
        {
            throw new UserErrorException($"{path}: offset 8: expected a header of JSON in UTF-8, each name once, got other bytes\n  cause: {e.Message}");
        }
    }

    private static void CheckLayout(IEnumerable<SafetensorsEntry> entries, long bytes, string path)
    {
        var (next, before) = (0L, "the header");
        foreach (var entry in entries)
        {
            if (entry.Begin != next)
                throw new UserErrorException($"{path}: {entry.Name}: expected its numbers to begin at offset {next}, where {before} ends, got {entry.Begin}");
            if (entry.End > bytes)
                throw new UserErrorException($"{path}: {entry.Name}: expected its numbers to end by offset {bytes}, where the file ends, got {entry.End}");
            (next, before) = (entry.End, entry.Name);
        }
        if (next != bytes)
            throw new UserErrorException($"{path}: expected the file to end at offset {next}, where {before} ends, got {bytes - next} bytes more");
    }

    private static void WriteNumbers(Utf8JsonWriter writer, string name, IEnumerable<long> numbers)
    {
        writer.WriteStartArray(name);
        foreach (var number in numbers)
            writer.WriteNumberValue(number);
        writer.WriteEndArray();
    }
}
