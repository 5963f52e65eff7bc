namespace NeuralCollapse.Specs;

/// <summary>One combination of settings: the matrix at one point, before seeds.</summary>
internal sealed record Combination(IReadOnlyList<Setting> Settings, Node Origin)
{
    /// <summary>Axes that need no label.</summary>
    public IReadOnlyList<Axis> Implied { get; init; } = [];

    /// <summary>Names and values of the other axes, for people.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Labels =>
        [.. Settings.Where(s => !Implied.Contains(s.Axis)).Select(s => KeyValuePair.Create(s.Axis.Name, ValueLabel.Of(s.Value)))];

    /// <summary>The value of an axis, for people.</summary>
    public string Label(Axis axis) => ValueLabel.Of(Settings.First(s => s.Axis == axis).Value);

    /// <summary>The sections of the experiment with the settings put in.</summary>
    public MapNode Over(MapNode sections) => Settings.Aggregate(sections, (map, s) => map.With(s.Axis.Keys, s.Axis.Key, s.Value));

    /// <summary>The first value by which this differs from another combination, or where it was written.</summary>
    public Node DifferenceTo(Combination other) =>
        Settings.FirstOrDefault(s => !other.Settings.Contains(s))?.Value ?? Origin;

    public override string ToString() => string.Join(' ', Settings);
}

/// <summary>
/// Zipped axes that tell people nothing new: their values follow from those of the axes before them in their group. Labels leave them out.
/// </summary>
internal static class ImpliedAxes
{
    public static IReadOnlyList<Axis> Of(IEnumerable<AxisGroup> groups, IReadOnlyList<Combination> combinations) =>
        [.. groups.SelectMany(group => Of(group, combinations))];

    private static IEnumerable<Axis> Of(AxisGroup group, IReadOnlyList<Combination> combinations)
    {
        var shown = new List<Axis> { group.Axes[0] };
        foreach (var axis in group.Axes.Skip(1))
        {
            var points = combinations.GroupBy(c => string.Join('\n', shown.Select(c.Label)));
            if (points.All(same => same.Select(c => c.Label(axis)).Distinct().Count() == 1))
                yield return axis;
            else
                shown.Add(axis);
        }
    }
}
