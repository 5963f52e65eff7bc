using System.Globalization;
using System.Text;

namespace NeuralCollapse.Records;

/// <summary>
/// Comma-separated lines ended by LF; a field that holds a comma, a quote or a line end is quoted (RFC 4180, but for the line ends).
/// </summary>
public static class Csv
{
    /// <summary>One line for each row, each ended by LF.</summary>
    public static string Write(IEnumerable<IEnumerable<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
            text.AppendJoin(',', row.Select(Quoted)).Append('\n');
        return text.ToString();
    }

    private static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(",\"\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

/// <summary>A line of a CSV file whose fields need no quotes.</summary>
internal sealed record CsvLine(ResultFile File, int Line, IReadOnlyList<string> Names, IReadOnlyList<string> Fields)
{
    /// <summary>Lines below the header, each with as many fields as the header.</summary>
    public static (IReadOnlyList<string> Names, IReadOnlyList<CsvLine> Lines) ReadAll(ResultFile file)
    {
        var lines = file.Read()[..^1].Split('\n');
        var names = lines[0].Split(',');
        var read = lines.Skip(1).Select((line, i) => new CsvLine(file, i + 2, names, line.Split(','))).ToList();
        foreach (var line in read.Where(l => l.Fields.Count != names.Length))
            throw file.Damaged(line.Line, $"{Numbers.Format(names.Length)} fields as in the header", Numbers.Format(line.Fields.Count));
        return (names, read);
    }

    /// <summary>Lines below a header that must be exactly this.</summary>
    public static IReadOnlyList<CsvLine> ReadAll(ResultFile file, string header)
    {
        var (names, lines) = ReadAll(file);
        return string.Join(',', names) == header ? lines : throw file.Damaged(1, $"the header {header}", string.Join(',', names));
    }

    public double Number(int column) => Numbers.TryParse(Fields[column], out var value) ? value : throw Wrong(column, "a number");

    public int Whole(int column) =>
        int.TryParse(Fields[column], NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Wrong(column, "a whole number");

    public T Choice<T>(int column, IReadOnlyDictionary<string, T> choices) =>
        choices.TryGetValue(Fields[column], out var value) ? value : throw Wrong(column, string.Join(" or ", choices.Keys));

    public DamagedResultException Wrong(int column, string expected) =>
        File.Damaged(Line, $"{expected} in column {Names[column]}", $"'{Fields[column]}'");
}
