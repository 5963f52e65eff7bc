using System.Buffers;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace NeuralCollapse.Specs;

/// <summary>Turns the text of a YAML file into nodes.</summary>
internal static partial class YamlFile
{
    /// <summary>The map that the file holds, or null when it holds none: then an error says why.</summary>
    public static MapNode? Read(string text, Errors errors)
    {
        if (FindUnprintable(text) is >= 0 and var at)
        {
            errors.Add(LineOf(text, at), ColumnOf(text, at), $"expected text, got the character U+{(int)text[at]:X4}, which nobody sees", "remove it");
            return null;
        }

        var parser = new Parser(new StringReader(text));
        try
        {
            return ReadFile(parser, errors);
        }
        catch (TooLargeException)
        {
            return null;
        }
        catch (YamlException e)
        {
            ObjectToSyntax(text, parser, e.Start, e.Message.TrimEnd('.'), errors);
        }
        catch (InvalidOperationException)
        {
            // How the library's scanner gives up on a line break where a flow collection should go on.
            ObjectToSyntax(text, parser, Mark.Empty, "a bracket or brace opened around here is most likely not closed", errors);
        }

        return null;
    }

    /// <summary>A single value, as of an option.</summary>
    /// <param name="text">As it would stand behind its key.</param>
    /// <param name="path">Where it stands, for messages.</param>
    /// <param name="errors">Told of text that is no value.</param>
    public static Node ReadValue(string text, string path, Errors errors)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
                return new ScalarNode(1, 1, path, "", quoted: false);
            parser.Consume<DocumentStart>();
            var node = new NodeReader(parser, errors).Read(path);
            parser.Consume<DocumentEnd>();
            parser.Consume<StreamEnd>();
            return node;
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException or TooLargeException)
        {
            errors.Add(1, 1, path, "a value in YAML", text, remedy: "");
            return new BrokenNode(1, 1, path);
        }
    }

    private static MapNode? ReadFile(Parser parser, Errors errors)
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
        {
            errors.Add(1, 1, "expected an experiment, got an empty file");
            return null;
        }

        parser.Consume<DocumentStart>();
        var root = new NodeReader(parser, errors).Read("");
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out var second))
        {
            var (line, column) = (second.Start.Line, second.Start.Column);
            errors.Add(line, column, "expected one document, got another one", "write it into a file of its own");
        }

        if (root is not MapNode)
            errors.Add(root, "a map of keys such as name and data", root.Description);

        return root as MapNode;
    }

    /// <summary>
    /// A blank that is no space indents nothing, and the library finds fault somewhere behind it. Else it
    /// may point at the start of all that surrounds a fault: then the end of what it last understood is nearer.
    /// </summary>
    private static void ObjectToSyntax(string text, Parser parser, Mark start, string fault, Errors errors)
    {
        if (Indented().Match(text) is { Success: true } blank)
        {
            errors.Add(LineOf(text, blank.Index), ColumnOf(text, blank.Index), $"expected spaces before a key, got the character U+{(int)blank.Value[0]:X4}, which only looks like one", "replace it by spaces");
            return;
        }

        var understood = parser.Current?.End ?? start;
        var at = understood.Index > start.Index ? understood : start;
        errors.Add(at.Line, at.Column, $"expected valid YAML, got a syntax error: {fault}");
    }

    /// <summary>Where the first control character is that YAML does not allow; the library takes NUL for a blank. -1: nowhere.</summary>
    private static int FindUnprintable(string text) =>
        text.AsSpan().IndexOfAny(SearchValues.Create([.. Enumerable.Range(0, 0xa0).Select(code => (char)code).Where(letter => char.IsControl(letter) && letter is not ('\t' or '\n' or '\r' or '\u0085'))]));

    private static int LineOf(string text, int at) => text.AsSpan(0, at).Count('\n') + 1;

    private static int ColumnOf(string text, int at) => at - (at == 0 ? -1 : text.LastIndexOf('\n', at - 1));

    /// <summary>A blank other than space and tab (of which the library says that it is one) where a line is indented.</summary>
    [GeneratedRegex(@"(?<=^[ \t]*)[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]", RegexOptions.Multiline)]
    private static partial Regex Indented();
}

/// <summary>The text of a spec file, which is UTF-8 and nothing else; a byte order mark before it is passed over.</summary>
internal static class SpecText
{
    private const char ByteOrderMark = '\ufeff';

    /// <exception cref="UserErrorException">The bytes are no UTF-8: with the place of the first that is not.</exception>
    public static string Of(byte[] bytes, string fileName)
    {
        var characters = new char[bytes.Length];
        var status = Utf8.ToUtf16(bytes, characters, out var read, out var written, replaceInvalidSequences: false);
        var text = new string(characters, 0, written);
        if (status != OperationStatus.Done)
        {
            var errors = new Errors(fileName);
            var line = text.Count(c => c == '\n') + 1;
            errors.Add(line, written - text.LastIndexOf('\n'), $"expected UTF-8, got the byte {bytes[read]:X2}", "save the file as UTF-8");
            errors.ThrowIfAny();
        }

        return text.TrimStart(ByteOrderMark);
    }
}
