namespace NeuralCollapse.Specs;

/// <summary>An experiment expanded, frozen before anything runs.</summary>
public sealed record Plan
{
    /// <summary>Name of the experiment: its directory under results.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>What the experiment claims or expects, from the spec's <c>claim:</c> key; printed in the report. May be empty.</summary>
    public string Claim { get; init; } = "";

    /// <summary>Tolerances by metric name, used across different numerics fingerprints only.</summary>
    public required IReadOnlyDictionary<string, Tolerance> Verify { get; init; }

    /// <summary>What the experiment predicts, and how its results are to be analysed.</summary>
    public StatedPredictions Stated { get; init; } = StatedPredictions.None;

    /// <summary>Path of the spec; null where it was no file.</summary>
    public string? File { get; init; }

    /// <summary>
    /// The defaults that the spec relies on and that matter most, each with its value, such as <c>training.batch-size 128</c>; one that
    /// depends on the point of the matrix is there with each value.
    /// </summary>
    public IReadOnlyList<string> Defaults { get; init; } = [];

    /// <summary>Cells in matrix order, the seed varying fastest. Ids are unique.</summary>
    public required IReadOnlyList<Cell> Cells { get; init; }
}
