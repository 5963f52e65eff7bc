namespace NeuralCollapse.Specs;

/// <summary>The keys of an experiment beside its sections and its matrix.</summary>
internal sealed record ExperimentHeader : IChecked
{
    /// <summary>Name of the file without .yaml, and of the directory of results: lower-case letters, digits and hyphens.</summary>
    [Longest(100)]
    public required string Name { get; init; }

    /// <summary>One line, for the report.</summary>
    [Longest(200)]
    public required string Title { get; init; }

    /// <summary>What is expected, for the report. Default: nothing.</summary>
    [Longest(2_000)]
    public string Claim { get; init; } = "";

    /// <summary>Every point of the matrix is trained once with each; no two are equal.</summary>
    [Range(0, int.MaxValue)]
    public required IReadOnlyList<int> Seeds { get; init; }

    /// <summary>Tolerances by metric. Default: none, metrics are compared on the same numerics fingerprint only.</summary>
    public IReadOnlyDictionary<string, Tolerance> Verify { get; init; } = new Dictionary<string, Tolerance>();

    public IEnumerable<Objection> Objections()
    {
        if (!KebabCase.Is(Name))
            yield return new("name", "lower-case letters and digits with hyphens between, such as mnist-small", $"\"{Name}\"");

        for (var i = 0; i < Seeds.Count; i++)
        {
            if (Seeds.Take(i).Contains(Seeds[i]))
            {
                yield return new(
                    FormattableString.Invariant($"seeds[{i}]"), "every seed once", FormattableString.Invariant($"{Seeds[i]} again"));
            }
        }
    }
}

/// <summary>
/// How far a metric may be from its snapshot on another numerics fingerprint: within Absolute + Relative x |expected|.
/// </summary>
public sealed record Tolerance
{
    /// <summary>In the metric's unit. Default: 0.</summary>
    [Range(0.0, 1e9)]
    public double Absolute { get; init; }

    /// <summary>As a fraction of the expected value. Default: 0.</summary>
    [Range(0.0, 10.0)]
    public double Relative { get; init; }
}
