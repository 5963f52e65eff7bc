namespace NeuralCollapse.Records;

/// <summary>What is recorded of an experiment: what was found as it was written, and what was not.</summary>
public sealed record RecordedExperiment
{
    public required RecordedPlan Plan { get; init; }

    /// <summary>The recorded cells of the plan, in plan order, without those that are damaged.</summary>
    public required IReadOnlyList<CellRecord> Cells { get; init; }

    /// <summary>What is damaged, cell by cell and then the files of the experiment; empty where all is whole.</summary>
    public IReadOnlyList<Damage> Damages { get; init; } = [];

    /// <summary>Everything, if nothing of it is damaged.</summary>
    /// <exception cref="DamagedResultException">When something is: with every file.</exception>
    public IReadOnlyList<CellRecord> RequireWhole() =>
        Damages.Count == 0 ? Cells : throw DamagedResultException.Of([.. Damages.Select(d => d.Error)]);
}

/// <summary>Files that are not as they were written.</summary>
/// <param name="Cell">Whose they are; null for files of the experiment.</param>
/// <param name="Error">What is wrong with them, and the remedy.</param>
public sealed record Damage(PlannedCell? Cell, DamagedResultException Error);
