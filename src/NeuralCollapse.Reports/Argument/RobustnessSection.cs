namespace NeuralCollapse.Reports;

/// <summary>The same quantities in all other experiments.</summary>
internal static class RobustnessSection
{
    public static Section? Of(Evidence evidence)
    {
        var rows = evidence.Others.SelectMany(EffectRow.All).ToList();
        return ForestPlot.Draw("robustness", "The same in the other experiments.", rows) is not { } drawn ? null : new("How far it holds", [
            new Block.Text($"Other data, other values of alpha, labels mixed without their images, one λ for a batch or for each sample: what the primary experiment shows, set beside the others, one row for each of their points that mix."),
            new Block.Drawing(evidence.Number(drawn)),
        ]);
    }
}
