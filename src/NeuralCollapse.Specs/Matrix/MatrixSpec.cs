namespace NeuralCollapse.Specs;

/// <summary>The keys <c>matrix</c>, <c>zip</c>, <c>exclude</c> and <c>include</c> of an experiment, read and checked.</summary>
internal sealed class MatrixSpec
{
    private readonly MapNode root;
    private readonly Errors errors;
    private readonly AxisReader axes;

    public MatrixSpec(MapNode root, Errors errors)
    {
        this.root = root;
        this.errors = errors;
        axes = new AxisReader(root, errors);
    }

    /// <summary>Its axes, once the combinations have been asked for.</summary>
    public IReadOnlyList<Axis> Axes => axes.Read;

    /// <summary>
    /// All combinations: the first axis of the file varies slowest, be it of <c>matrix</c> or <c>zip</c>; included points come last.
    /// </summary>
    public IReadOnlyList<Combination> Combinations()
    {
        var (matrix, zip) = (ReadMatrix(), ReadZip().ToList());
        var groups = IsZipFirst ? [.. zip, .. matrix] : (List<AxisGroup>)[.. matrix, .. zip];
        if (groups.Aggregate(1.0, (points, group) => points * group.Settings().Count()) is > SpecBounds.Cells and var many)
        {
            errors.Add(root.Find("matrix") ?? root.Find("zip")!, FormattableString.Invariant($"at most {SpecBounds.Cells} points"), FormattableString.Invariant($"{many:0}"), "split the experiment");
            return [];
        }

        IEnumerable<IReadOnlyList<Setting>> product = [[]];
        foreach (var group in groups)
            product = [.. product.SelectMany(_ => group.Settings(), (left, right) => (IReadOnlyList<Setting>)[.. left, .. right])];

        var all = product.Select(settings => new Combination(settings, root)).ToList();
        var kept = Exclusion.Read(Items("exclude"), axes.Read, errors)
            .Aggregate(all, (left, exclusion) => exclusion.From(left, all, errors));
        var inclusions = new InclusionReader(root, axes.Read, errors);
        kept.AddRange(Items("include").Select(inclusions.Read).Where(added => added.Settings.Count > 0)); // without axes there is nothing to add to
        if (kept.Count == 0)
            errors.Add(root.Find("exclude")!, "at least one cell to be left", "all excluded");

        var implied = ImpliedAxes.Of(zip, kept);
        return [.. kept.Select(c => c with { Implied = implied })];
    }

    private bool IsZipFirst => root.Find("zip") is { } zip && root.Find("matrix") is { } matrix && (zip.Line, zip.Column).CompareTo((matrix.Line, matrix.Column)) < 0;

    private AxisGroup[] ReadMatrix() => root.Find("matrix") switch
    {
        null => [],
        MapNode { Entries.Count: > 0 } map => [.. axes.ReadAll(map).Select(a => new AxisGroup([a]))],
        var other => Refused(other),
    };

    private AxisGroup[] Refused(Node node)
    {
        errors.Add(node, "a map of axes, each with a list of values", node.Description);
        return [];
    }

    private IEnumerable<AxisGroup> ReadZip()
    {
        foreach (var item in Items("zip"))
        {
            if (item is not MapNode map || map.Entries.Count < 2)
            {
                errors.Add(item, "a map of at least two axes with equally long lists", item.Description);
                continue;
            }

            var group = new AxisGroup([.. axes.ReadAll(map)]);
            foreach (var axis in group.Axes.Where(a => a.Values.Count != group.Axes[0].Values.Count))
            {
                errors.Add(
                    axis.Key,
                    FormattableString.Invariant($"{group.Axes[0].Values.Count} values, as {group.Axes[0].Name} has beside it"),
                    FormattableString.Invariant($"{axis.Values.Count}"));
            }

            if (group.Axes.Count > 0)
                yield return group;
        }
    }

    private IReadOnlyList<Node> Items(string key)
    {
        switch (root.Find(key))
        {
            case null:
                return [];
            case ListNode list:
                return list.Items;
            case var other:
                errors.Add(other, "a list", other.Description);
                return [];
        }
    }
}
