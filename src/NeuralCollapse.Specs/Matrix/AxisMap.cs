namespace NeuralCollapse.Specs;

/// <summary>Reads a map whose keys are axes of the matrix, as <c>exclude</c> and <c>include</c> have.</summary>
internal static class AxisMap
{
    /// <summary>The settings of the map, or null when a key is no axis: then a mistake says so.</summary>
    public static IReadOnlyList<Setting>? Read(MapNode map, IReadOnlyList<Axis> axes, Mistakes mistakes)
    {
        var settings = new List<Setting>();
        var whole = true;
        foreach (var entry in DuplicateKeys.Removed(map, mistakes))
        {
            if (axes.FirstOrDefault(a => a.Name == entry.Key.Text) is { } axis)
            {
                settings.Add(new Setting(axis, entry.Value));
                continue;
            }

            var names = axes.Select(a => a.Name).ToList();
            var known = names.Count == 0 ? "an axis, but the matrix has none" : $"one of the axes {string.Join(", ", names)}";
            mistakes.Add(entry.Key, known, entry.Key.Text, NearestName.Hint(entry.Key.Text, names));
            whole = false;
        }

        return whole ? settings : null;
    }
}
