namespace NeuralCollapse.Specs;

/// <summary>
/// Reads the items of <c>include</c>: points added to the matrix, each with a value for every axis that has none elsewhere.
/// </summary>
internal sealed class InclusionReader(MapNode root, IReadOnlyList<Axis> axes, Errors errors)
{
    public Combination Read(Node item)
    {
        if (item is not MapNode { Entries.Count: > 0 } map)
        {
            errors.Add(item, "a map of axes to values", item.Description);
            return Broken(item);
        }

        return AxisMap.Read(map, axes, errors) is { } given
            ? new Combination([.. axes.Select(a => Value(a, given, map))], item)
            : Broken(item);
    }

    private Setting Value(Axis axis, IReadOnlyList<Setting> given, MapNode item)
    {
        if (given.FirstOrDefault(s => s.Axis == axis) is { } setting)
            return setting;

        if (root.Find(axis.Keys) is { } above)
            return new Setting(axis, above);

        errors.AddAt(item, item.PathOf(axis.Name), "a value for every axis of the matrix", "nothing");
        return new Setting(axis, new BrokenNode(item.Line, item.Column, item.Path));
    }

    private Combination Broken(Node item) =>
        new([.. axes.Select(a => new Setting(a, new BrokenNode(item.Line, item.Column, item.Path)))], item);
}
