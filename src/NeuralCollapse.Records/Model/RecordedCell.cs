namespace NeuralCollapse.Records;

/// <summary>What a plan asks about a recorded cell.</summary>
/// <param name="CanonicalJson">What was trained and measured.</param>
public sealed record RecordedCell(string CanonicalJson)
{
    /// <summary>Why its training ended early; null for one that was trained to its last epoch, and for one that the plan does not have.</summary>
    public Divergence? Diverged { get; init; }

    /// <summary>As <see cref="RunEnvironment.Data"/>; null also for a cell that the plan does not have.</summary>
    public string? Data { get; init; }
}
