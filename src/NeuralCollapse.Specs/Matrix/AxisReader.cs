namespace NeuralCollapse.Specs;

/// <summary>Reads the axes of the matrix and of its zipped groups, and remembers them: no two may set the same thing.</summary>
internal sealed class AxisReader(MapNode root, Errors errors)
{
    private readonly List<Axis> read = [];

    public IReadOnlyList<Axis> Read => read;

    public IEnumerable<Axis> ReadAll(MapNode map)
    {
        var fine = new List<Axis>();
        foreach (var entry in DuplicateKeys.Removed(map, errors))
        {
            var axis = new Axis(entry.Key, Values(entry.Value));
            if (IsAllowed(axis))
            {
                read.Add(axis);
                fine.Add(axis);
            }
        }

        return fine;
    }

    private IReadOnlyList<Node> Values(Node node)
    {
        if (node is ListNode { Items.Count: > 0 } list)
            return list.Items;

        errors.Add(node, "a list of at least one value", node.Description);
        return [new BrokenNode(node.Line, node.Column, node.Path)];
    }

    private bool IsAllowed(Axis axis)
    {
        if (!CellKeys.Paths.Contains(axis.Name))
        {
            errors.Add(
                axis.Key,
                "a section, such as loss, or a dotted path into one, such as training.epochs",
                axis.Name,
                axis.Name == CellKeys.Seed ? "seeds have their own key at the top: seeds" : NearestName.Hint(axis.Name, CellKeys.Paths));
            return false;
        }

        if (CellKeys.IsSection(axis.Name) && root.Find(axis.Name) is { } section)
        {
            errors.Add(
                axis.Key,
                "a section to stand either at the top or in the matrix",
                FormattableString.Invariant($"{axis.Name} in both, at the top in line {section.Line}"),
                "delete one of the two");
        }

        if (read.Find(axis.Overlaps) is { } other)
        {
            errors.Add(
                axis.Key,
                "no two axes to set the same thing",
                FormattableString.Invariant($"{axis.Name} beside {other.Name} of line {other.Key.Line}"));
            return false;
        }

        return true;
    }
}

/// <summary>Reads a map whose keys are axes of the matrix, as <c>exclude</c> and <c>include</c> have.</summary>
internal static class AxisMap
{
    /// <summary>The settings of the map, or null when a key is no axis: then an error says so.</summary>
    public static IReadOnlyList<Setting>? Read(MapNode map, IReadOnlyList<Axis> axes, Errors errors)
    {
        var settings = new List<Setting>();
        var whole = true;
        foreach (var entry in DuplicateKeys.Removed(map, errors))
        {
            if (axes.FirstOrDefault(a => a.Name == entry.Key.Text) is { } axis)
            {
                settings.Add(new Setting(axis, entry.Value));
                continue;
            }

            var names = axes.Select(a => a.Name).ToList();
            var known = names.Count == 0 ? "an axis, but the matrix has none" : $"one of the axes {string.Join(", ", names)}";
            errors.Add(entry.Key, known, entry.Key.Text, NearestName.Hint(entry.Key.Text, names));
            whole = false;
        }

        return whole ? settings : null;
    }
}
