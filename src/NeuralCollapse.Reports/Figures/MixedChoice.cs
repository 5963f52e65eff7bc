using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>Which groups are drawn over lambda.</summary>
/// <param name="Shown">The experiment with these groups alone.</param>
/// <param name="All">How many groups there were to choose from.</param>
/// <param name="Mixing">Values of the other axes with which theory predicts mixed samples.</param>
internal sealed record MixedChoice(ExperimentSummary Shown, int All, IReadOnlyList<string> Mixing)
{
    private const int MostPanels = 6;
    private const int MostMixing = 3;

    /// <summary>At most six values of the first axis, three that mix of the others, and those that do not as far as there are dashes.</summary>
    /// <returns>Null when theory predicts nothing.</returns>
    public static MixedChoice? Of(ExperimentSummary summary)
    {
        var measured = summary.Groups.Where(g => g.Cells.Any(c => c.Lambdas.Count > 0)).ToList();
        var predicted = measured.Where(g => g.Cells.Any(c => MixedSamples.Last(c).IsPredicted)).ToList();
        if (predicted.Count == 0)
            return null;
        var mixing = predicted.Select(GroupName.Rest).Distinct().ToList();
        var shown = Spread.Over(mixing, MostMixing);
        var unmixed = measured.Select(GroupName.Rest).Distinct().Except(mixing).ToList();
        var firsts = Spread.Over([.. predicted.Select(GroupName.First).Distinct()], MostPanels);
        var others = shown.Concat(Spread.Over(unmixed, Palette.Dashes.Count - shown.Count)).ToList();
        return new(ShownGroups.Of(summary with { Groups = measured }, firsts, others), measured.Count, mixing);
    }

    public bool Mixes(SummaryGroup group) => Mixes(GroupName.Rest(group));

    public bool Mixes(string other) => Mixing.Contains(other);
}
