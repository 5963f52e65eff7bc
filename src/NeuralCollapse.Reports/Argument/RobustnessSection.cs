namespace NeuralCollapse.Reports;

/// <summary>The same quantities in all other experiments.</summary>
internal static class RobustnessSection
{
    public static Section? Of(Evidence evidence)
    {
        var rows = evidence.Others.SelectMany(EffectRow.All).ToList();
        return ForestPlot.Draw("robustness", "The same in the other experiments.", rows) is not { } drawn ? null : new("How far it holds", [
            new Block.Passage($"The same quantities in the other experiments, a row for each setting that mixes. These differ from {evidence.Primary!.Plan.Experiment} and from each other in network, images and epochs ({Mention.OfTable(evidence.Experiments)}), and so in the size of what they find: only rows of one experiment tell what one setting changes. Rows without a ratio have no counterpart without mixup; without a bar, theory predicts nothing."),
            new Block.Illustration(evidence.Number(drawn)),
        ]);
    }
}
