namespace NeuralCollapse.Specs;

/// <summary>
/// Zipped axes that tell people nothing new: each value of the first axis of the group goes with one value of theirs. Labels leave them out.
/// </summary>
internal static class ImpliedAxes
{
    public static IReadOnlyList<Axis> Of(IEnumerable<AxisGroup> groups, IReadOnlyList<Combination> combinations) =>
    [
        .. from zipped in groups
           from axis in zipped.Axes.Skip(1)
           where combinations.GroupBy(c => c.Label(zipped.Axes[0])).All(same => same.Select(c => c.Label(axis)).Distinct().Count() == 1)
           select axis,
    ];
}
