using System.Globalization;
using System.Text;

namespace NeuralCollapse.Runner;

/// <summary>
/// Text as a terminal may have it: names, messages and files are other people's, and a control character in them would command the terminal.
/// This file is compiled into the executable and into the build that runs it.
/// </summary>
internal static class Visible
{
    /// <summary>The text, with the code, such as \u001B, in place of each character that a terminal would obey, line ends and tabs aside.</summary>
    public static string Text(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return text;
        var visible = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (IsCommand(letter))
                visible.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}");
            else
                visible.Append(letter);
        }

        return visible.ToString();
    }

    /// <summary>Control characters, other line ends, and what turns the direction of writing.</summary>
    private static bool IsCommand(char letter) => letter is not ('\n' or '\t') &&
        (char.IsControl(letter) || letter is '\u061c' or '\u200e' or '\u200f' or (>= '\u2028' and <= '\u202e') or (>= '\u2066' and <= '\u2069'));
}

/// <summary>Passes on what is visible.</summary>
internal sealed class VisibleWriter(TextWriter inner) : TextWriter(CultureInfo.InvariantCulture)
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => inner.Write(Visible.Text($"{value}"));

    public override void Write(string? value) => inner.Write(value is null ? null : Visible.Text(value));

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(new string(buffer));

    public override void WriteLine(string? value) => Write(value + NewLine);

    public override void Flush() => inner.Flush();
}
