using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace NeuralCollapse.Specs;

/// <summary>
/// Turns YAML text into nodes. Built on the event stream: the object models of the library drop positions, or stop at the first
/// duplicate key.
/// </summary>
internal sealed class YamlFile
{
    private const string Once = "write the value out where it is used, or make it a matrix axis";

    private readonly Parser parser;
    private readonly Mistakes mistakes;

    private YamlFile(string text, Mistakes mistakes)
    {
        parser = new Parser(new StringReader(text));
        this.mistakes = mistakes;
    }

    /// <summary>The map that the file holds, or null when it holds none: then a mistake says why.</summary>
    public static MapNode? Read(string text, Mistakes mistakes)
    {
        var file = new YamlFile(text, mistakes);
        try
        {
            return file.ReadFile();
        }
        catch (YamlException e)
        {
            file.ObjectToSyntax(e.Start, e.Message.TrimEnd('.'));
        }
        catch (InvalidOperationException)
        {
            // How the library's scanner gives up on a line break where a flow collection should go on.
            file.ObjectToSyntax(Mark.Empty, "a bracket or brace opened around here is not closed on its line");
        }

        return null;
    }

    private MapNode? ReadFile()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
        {
            mistakes.Add(1, 1, "expected an experiment, got an empty file");
            return null;
        }

        parser.Consume<DocumentStart>();
        var root = ReadNode("");
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out var second))
        {
            mistakes.Add(second.Start.Line, second.Start.Column, "expected one document, got another one", "write it into a file of its own");
        }

        if (root is not MapNode and not BrokenNode)
        {
            mistakes.Add(root, "a map of keys such as name and data", root.Description);
        }

        return root as MapNode;
    }

    /// <summary>The library may point at the start of all that surrounds the fault: then the end of what it last understood is nearer.</summary>
    private void ObjectToSyntax(Mark start, string fault)
    {
        var understood = parser.Current?.End ?? start;
        var at = understood.Index > start.Index ? understood : start;
        mistakes.Add(at.Line, at.Column, $"expected valid YAML, got a syntax error: {fault}");
    }

    private Node ReadNode(string path)
    {
        var start = parser.Current!.Start;
        var (line, column) = ((int)start.Line, (int)start.Column);
        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            return Refuse(new BrokenNode(line, column, path), $"the alias *{alias.Value}", Once);
        }

        var header = (NodeEvent)parser.Current;
        if (!header.Anchor.IsEmpty)
        {
            Refuse(new BrokenNode(line, column, path), $"the anchor &{header.Anchor}", Once);
        }

        if (!header.Tag.IsEmpty && header.Tag != "!")
        {
            Refuse(new BrokenNode(line, column, path), $"the tag {header.Tag.Value.Replace("tag:yaml.org,2002:", "!!", StringComparison.Ordinal)}", "types follow from the keys");
        }

        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return new ScalarNode(line, column, path, scalar.Value, scalar.Style != ScalarStyle.Plain);
        }

        return parser.TryConsume<SequenceStart>(out _) ? ReadList(line, column, path) : ReadMap(line, column, path);
    }

    private BrokenNode Refuse(BrokenNode node, string got, string remedy)
    {
        mistakes.Add(node, "a plain value", got, remedy);
        return node;
    }

    private ListNode ReadList(int line, int column, string path)
    {
        var items = new List<Node>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode(FormattableString.Invariant($"{path}[{items.Count}]")));
        }

        return new ListNode(line, column, path, items);
    }

    private MapNode ReadMap(int line, int column, string path)
    {
        parser.Consume<MappingStart>();
        var entries = new List<Entry>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var name = (parser.Current as Scalar)?.Value ?? "";
            var keyPath = path.Length == 0 ? name : $"{path}.{name}";
            var key = ReadNode(keyPath);
            var value = ReadNode(keyPath);
            if (key is ScalarNode text)
            {
                entries.Add(new Entry(text, value));
            }
            else if (key is not BrokenNode)
            {
                mistakes.AddAt(key, path, "the name of a key", key.Description);
            }
        }

        return new MapNode(line, column, path, entries);
    }
}
