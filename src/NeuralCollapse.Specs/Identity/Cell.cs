namespace NeuralCollapse.Specs;

/// <summary>One training to be done: a resolved spec with its identity and its place in the experiment's matrix.</summary>
public sealed record Cell
{
    /// <summary>
    /// First 12 hexadecimal digits of the SHA-256 of what its training depends on: the name of the cell's results directory.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>Labels by matrix axis in the order of the spec, such as loss: focal(gamma=3), mixup: none. Excludes the seed.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Axes { get; init; }

    public required CellSpec Spec { get; init; }

    /// <summary>The resolved spec as <see cref="Specs.CanonicalJson"/> writes it.</summary>
    public required string CanonicalJson { get; init; }

    /// <summary>Hash of what is measured of it: where it differs from a recorded one, that cell is measured again and not trained.</summary>
    public string MeasuredHash => Specs.CanonicalJson.MeasuredHash(CanonicalJson);

    /// <summary>Axes and seed in one line, for people: loss=focal(gamma=3) mixup=none seed=0.</summary>
    public string Label => string.Join(' ', Axes.Select(a => $"{a.Key}={a.Value}").Append($"seed={Spec.Seed}"));
}
