namespace NeuralCollapse.Reports;

/// <summary>The same quantities in all other experiments.</summary>
internal static class RobustnessSection
{
    public static Section? Of(Evidence evidence)
    {
        var told = evidence.Primary is { } primary ? primary.Cells.Select(cell => cell.Id).ToHashSet(StringComparer.Ordinal) : [];
        var others = evidence.Others.SelectMany(EffectRow.All).ToList();
        var rows = others.Where(row => !row.Cells.All(told.Contains)).ToList();
        return ForestPlot.Draw("robustness", "The same in the other experiments.", rows) is not { } drawn ? null : new("How far it holds", [
            new Block.Passage($"The same quantities in the other experiments, a row for each setting that mixes. These differ from {Prose.Quoted(evidence.Primary!.Plan.Experiment)} and from each other in network, images and epochs ({Mention.OfTable(evidence.Experiments)}), and so in the size of what they find: only rows of one experiment tell what one setting changes. Rows without a ratio have no counterpart without mixup; without a bar, theory predicts nothing.{(rows.Count < others.Count ? $" Settings whose networks are those of {Prose.Quoted(evidence.Primary.Plan.Experiment)} are not repeated." : "")}{(evidence.Effects.Any(effect => !effect.MixesImages) ? " Where targets alone are mixed, images are not: such rows are no mixup, and are not counted in the answer." : "")}"),
            new Block.Illustration(evidence.Number(drawn)),
        ]);
    }
}
