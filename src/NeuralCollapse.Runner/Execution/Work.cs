using NeuralCollapse.Measuring;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Runner;

/// <summary>What a planned cell still needs.</summary>
internal enum Need
{
    /// <summary>It is recorded as planned.</summary>
    Nothing,

    /// <summary>Its training is recorded, other things are to be measured of it, and the weights of its measured epochs are there.</summary>
    Measuring,

    /// <summary>It is not recorded; or other things are to be measured of it, and its weights are not there.</summary>
    Training,
}

/// <summary>A cell with what it needs.</summary>
internal sealed record Work(Plan Plan, Cell Cell, Need Need)
{
    /// <summary>Where a cell leaves weights, features and checkpoints.</summary>
    public static string KeptFolder(string runs, string cellId) => Path.Combine(runs, cellId);

    /// <summary>The cells of a plan with what each needs.</summary>
    /// <param name="plan">What is wanted.</param>
    /// <param name="recorded">The recorded cells by id.</param>
    /// <param name="runs">Folder of the weights that were kept, one folder for each cell.</param>
    public static IEnumerable<Work> Of(Plan plan, IReadOnlyDictionary<string, RecordedCell> recorded, string runs) =>
        plan.Cells.Select(cell => new Work(plan, cell, NeedOf(cell, recorded, runs)));

    private static Need NeedOf(Cell cell, IReadOnlyDictionary<string, RecordedCell> recorded, string runs)
    {
        if (!recorded.TryGetValue(cell.Id, out var found))
            return Need.Training;
        if (CanonicalJson.MeasuredHash(found.CanonicalJson) == cell.MeasuredHash)
            return Need.Nothing;
        return KeptArtifacts.AreAllIn(KeptFolder(runs, cell.Id), cell.Spec) ? Need.Measuring : Need.Training;
    }
}
