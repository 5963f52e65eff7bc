namespace NeuralCollapse.Specs;

/// <summary>One axis of the matrix: a section or a dotted path into one, and the values it takes.</summary>
/// <param name="Key">Where its name stands.</param>
/// <param name="Values">At least one; a broken one where the list was not understood.</param>
internal sealed record Axis(ScalarNode Key, IReadOnlyList<Node> Values)
{
    public string Name => Key.Text;

    public string[] Keys { get; } = Key.Text.Split('.');

    /// <summary>Whether one of the two sets a value inside what the other sets.</summary>
    public bool Overlaps(Axis other) => $"{Name}.".StartsWith($"{other.Name}.", StringComparison.Ordinal)
        || $"{other.Name}.".StartsWith($"{Name}.", StringComparison.Ordinal);
}

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

/// <summary>An axis at one of its values.</summary>
internal sealed record Setting(Axis Axis, Node Value)
{
    /// <summary>Axis and value for people: loss=focal(gamma=3).</summary>
    public override string ToString() => $"{Axis.Name}={ValueLabel.Of(Value)}";
}

/// <summary>A value of an axis in a few words: what the spec says there and no defaults, such as <c>focal(gamma=3)</c>.</summary>
internal static class ValueLabel
{
    public static string Of(Node node) => node switch
    {
        ScalarNode scalar => scalar.Text,
        ListNode list => $"[{string.Join(',', list.Items.Select(Of))}]",
        MapNode map => OfMap(map),
        _ => "?",
    };

    private static string OfMap(MapNode map)
    {
        var kind = map.Find(KindsSchema.Key) is { } value ? Of(value) : "";
        var others = map.Entries.Where(e => e.Key.Text != KindsSchema.Key).Select(e => $"{e.Key.Text}={Of(e.Value)}").ToList();
        return others.Count == 0 ? kind : $"{kind}({string.Join(',', others)})";
    }
}
