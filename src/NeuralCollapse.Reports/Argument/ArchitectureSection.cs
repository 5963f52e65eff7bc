namespace NeuralCollapse.Reports;

/// <summary>Whether architectures change what mixup does, and whether losses do so alike in all of them.</summary>
internal static class ArchitectureSection
{
    public static Section? Of(Evidence evidence)
    {
        List<Block> blocks = [];
        foreach (var summary in evidence.Trained)
        {
            if (summary == evidence.Primary && InteractionFigure.Draw(summary) is { } drawn)
                blocks.Add(new Block.Illustration(evidence.Number(drawn)));
            blocks.AddRange(summary.Plan.Stated.Analyses.Select(analysis => AnalysisTable.Of(summary, analysis, evidence.Tables)).OfType<Table>().Select(table => new Block.Tabulation(table)));
        }

        return blocks.Count == 0 ? null : new("Losses and architectures together", [
            .. blocks.OfType<Block.Tabulation>().Any()
                ? (Block[])[new Block.Passage($"Full factorial analyses of variance with the seeds as blocks, as the specs declare them; {Mention.OfTable(evidence.Experiments)} says since when. An effect of two factors together says that one of them changes what the other does.")]
                : [],
            .. blocks,
        ]);
    }
}
