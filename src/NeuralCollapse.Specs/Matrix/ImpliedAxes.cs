namespace NeuralCollapse.Specs;

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
