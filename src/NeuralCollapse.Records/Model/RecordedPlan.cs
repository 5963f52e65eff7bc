using NeuralCollapse.Specs;

namespace NeuralCollapse.Records;

/// <summary>The plan of an experiment as kept beside its results: enough to group, compare and report cells without the spec.</summary>
public sealed record RecordedPlan
{
    /// <summary>Name of the experiment and of its directory.</summary>
    public required string Experiment { get; init; }

    public required string Title { get; init; }

    /// <summary>May be empty.</summary>
    public required string Claim { get; init; }

    /// <summary>Tolerances by metric, used across different numerics fingerprints only.</summary>
    public required IReadOnlyDictionary<string, Tolerance> Verify { get; init; }

    /// <summary>What the experiment predicts, and how its results are to be analysed.</summary>
    public StatedPredictions Stated { get; init; } = StatedPredictions.None;

    /// <summary>In plan order: matrix order, the seed varying fastest.</summary>
    public required IReadOnlyList<PlannedCell> Cells { get; init; }

    /// <summary>What is kept of a plan.</summary>
    public static RecordedPlan Of(Plan plan) => new()
    {
        Experiment = plan.Name,
        Title = plan.Title,
        Claim = plan.Claim,
        Verify = plan.Verify,
        Stated = plan.Stated,
        Cells = [.. plan.Cells.Select(c => new PlannedCell { Id = c.Id, Axes = c.Axes, Seed = c.Spec.Seed })],
    };
}

/// <summary>A cell as the plan lists it.</summary>
public sealed record PlannedCell
{
    public required string Id { get; init; }

    /// <summary>Labels by matrix axis in the order of the spec; without the seed.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Axes { get; init; }

    public required int Seed { get; init; }

    /// <summary>The labels in one text: the same for cells that differ in nothing but their seed.</summary>
    public string Point => PointOf(Axes);

    /// <inheritdoc cref="Point"/>
    public static string PointOf(IEnumerable<KeyValuePair<string, string>> axes) => string.Join('\n', axes.Select(label => $"{label.Key}={label.Value}"));

    /// <summary>Axes and seed in one line, for people.</summary>
    public string Label => string.Join(' ', Axes.Select(a => $"{a.Key}={a.Value}").Append($"seed={Numbers.Format(Seed)}"));
}
