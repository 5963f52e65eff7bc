namespace NeuralCollapse.Records;

/// <summary>A cell as the plan lists it.</summary>
public sealed record PlannedCell
{
    public required string Id { get; init; }

    /// <summary>Labels by matrix axis in the order of the spec; without the seed.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Axes { get; init; }

    public required int Seed { get; init; }

    /// <summary>Axes and seed in one line, for people.</summary>
    public string Label => string.Join(' ', Axes.Select(a => $"{a.Key}={a.Value}").Append($"seed={Numbers.Format(Seed)}"));
}
