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
