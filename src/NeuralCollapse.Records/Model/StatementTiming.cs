using System.Globalization;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Records;

/// <summary>Whether what an experiment states of its results was stated before its cells ran: each has recorded what was stated when it began.</summary>
public sealed record StatementTiming
{
    /// <summary>Of what is stated now.</summary>
    public required string Hash { get; init; }

    /// <summary>What the first cell under it has recorded; null where no cell was trained under it.</summary>
    public required Statement? First { get; init; }

    /// <summary>When the first cell under it began; null where there is none.</summary>
    public required DateTimeOffset? FirstRun { get; init; }

    /// <summary>Cells that were trained under it, and it was not committed.</summary>
    public required int Uncommitted { get; init; }

    /// <summary>Cells that began when something else was stated, or nothing.</summary>
    public required int ChangedAfter { get; init; }

    /// <summary>Recorded cells in all.</summary>
    public required int Cells { get; init; }

    /// <summary>Null where nothing is stated.</summary>
    public static StatementTiming? Of(StatedPredictions stated, IReadOnlyCollection<RunEnvironment> cells)
    {
        if (stated.Hash is not { } hash)
            return null;
        var under = cells.Where(cell => cell.Stated?.Hash == hash).OrderBy(cell => cell.Started).ToList();
        return new()
        {
            Hash = hash,
            First = under.FirstOrDefault()?.Stated,
            FirstRun = under.FirstOrDefault()?.Started,
            Uncommitted = under.Count(cell => !(cell.Stated!.CommittedAt <= cell.Started)),
            ChangedAfter = cells.Count - under.Count,
            Cells = cells.Count,
        };
    }

    /// <summary>In a line, for people.</summary>
    public override string ToString()
    {
        var stated = First is { Commit: { } commit, CommittedAt: { } at } ? $"stated in commit {commit[..Math.Min(7, commit.Length)]} of {Time(at)}" : "stated";
        var run = FirstRun is { } first ? $", first run{(ChangedAfter > 0 ? " since" : "")} {Time(first)}" : Cells == 0 ? ", not run yet" : "";
        return $"predictions {Hash}: {stated}{run}"
            + (ChangedAfter > 0 ? $"; CHANGED AFTER {Numbers.Format(ChangedAfter)} of {Numbers.Format(Cells)} cells had begun" : "")
            + (Uncommitted > 0 ? $"; not committed when {Numbers.Format(Uncommitted)} of {Numbers.Format(Cells)} cells began" : "");
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
