using System.Text.Json.Nodes;

namespace NeuralCollapse.Specs;

/// <summary>
/// One item of <c>exclude</c>: a value, or a part of one, for some axes. It excludes every combination that has them all.
/// </summary>
internal sealed class Exclusion(MapNode node, IReadOnlyDictionary<Axis, JsonNode?> parts)
{
    public static IEnumerable<Exclusion> Read(IEnumerable<Node> items, IReadOnlyList<Axis> axes, Errors errors)
    {
        foreach (var item in items)
        {
            if (item is not MapNode { Entries.Count: > 0 } map)
                errors.Add(item, "a map of axes to values", item.Description);
            else if (AxisMap.Read(map, axes, errors) is { } values)
                yield return new Exclusion(map, values.ToDictionary(v => v.Axis, v => NodeJson.AsWritten(v.Value)));
        }
    }

    /// <summary>
    /// What is left of the combinations kept so far. Matching none of the matrix is an error: most likely a mistyped value.
    /// </summary>
    public List<Combination> From(List<Combination> kept, List<Combination> all, Errors errors)
    {
        if (!all.Exists(Matches) && !parts.Keys.Any(a => a.Values.Any(v => v is BrokenNode)))
        {
            var values = parts.Keys.Select(a => $"{a.Name}: {string.Join(", ", a.Values.Select(ValueLabel.Of).Distinct())}");
            errors.Add(node, "to match a point of the matrix", "no match", $"the matrix has {string.Join("; ", values)}");
        }

        return kept.FindAll(c => !Matches(c));
    }

    private bool Matches(Combination combination) => parts.All(part =>
        combination.Settings.First(s => s.Axis == part.Key) is var setting
        && NodeJson.Contains(NodeJson.Resolved(setting.Value, setting.Axis.Keys), part.Value));
}
