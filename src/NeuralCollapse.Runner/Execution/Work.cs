using NeuralCollapse.Measuring;
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
    /// <summary>Where runs leave what is no result.</summary>
    public const string Runs = ".runs";

    /// <summary>Where a cell leaves weights and features.</summary>
    public static string KeptFolder(string cellId) => Path.Combine(Runs, cellId);

    /// <summary>The cells of a plan with what each needs.</summary>
    /// <param name="plan">What is wanted.</param>
    /// <param name="recorded">Canonical JSON of the recorded cells by id.</param>
    public static IEnumerable<Work> Of(Plan plan, IReadOnlyDictionary<string, string> recorded) => plan.Cells.Select(cell => new Work(plan, cell, NeedOf(cell, recorded)));

    private static Need NeedOf(Cell cell, IReadOnlyDictionary<string, string> recorded)
    {
        if (!recorded.TryGetValue(cell.Id, out var json))
            return Need.Training;
        if (CanonicalJson.MeasuredHash(json) == cell.MeasuredHash)
            return Need.Nothing;
        return KeptArtifacts.AreAllIn(KeptFolder(cell.Id), cell.Spec) ? Need.Measuring : Need.Training;
    }
}
