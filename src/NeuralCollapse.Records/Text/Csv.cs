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
