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
