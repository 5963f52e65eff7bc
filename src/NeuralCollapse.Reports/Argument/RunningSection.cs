namespace NeuralCollapse.Reports;

/// <summary>Cells that are being trained, drawn as far as they are.</summary>
internal static class RunningSection
{
    public static Section? Of(Evidence evidence, IReadOnlyList<Records.RunningCell> running) => running.Count == 0 ? null : new("Still running", [
        new Block.Passage($"{Prose.Count(running.Count, "cell")} of the plans {(running.Count == 1 ? "is" : "are")} being trained. Nothing of {(running.Count == 1 ? "it" : "them")} is in any number of this report."),
        .. running.Select(cell => new Block.Illustration(evidence.Number(ProgressFigure.Draw(cell)))),
    ]);
}
