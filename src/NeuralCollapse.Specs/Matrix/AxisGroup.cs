namespace NeuralCollapse.Specs;

/// <summary>Axes that vary together: one of <c>matrix</c> alone, or those of a group of <c>zip</c>.</summary>
internal sealed record AxisGroup(IReadOnlyList<Axis> Axes)
{
    /// <summary>
    /// The settings the group runs through. Lists of unequal length have been objected to and are filled up, so that each value is
    /// read.
    /// </summary>
    public IEnumerable<IReadOnlyList<Setting>> Settings() =>
        Enumerable.Range(0, Axes.Max(a => a.Values.Count))
            .Select(i => Axes.Select(a => new Setting(a, a.Values[i % a.Values.Count])).ToList());
}
