using System.Text;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Runner;

/// <summary>A plan against what is recorded, as text.</summary>
internal static class PlanText
{
    /// <param name="plan">What is wanted.</param>
    /// <param name="recorded">Canonical JSON of the recorded cells by id.</param>
    public static string Of(Plan plan, IReadOnlyDictionary<string, string> recorded)
    {
        var planned = plan.Cells.Select(c => c.Id).ToHashSet();
        var stale = recorded.Where(r => !planned.Contains(r.Key)).ToList();
        var missing = plan.Cells.Count(c => !recorded.ContainsKey(c.Id));
        var text = new StringBuilder($"{plan.Name}: {plan.Cells.Count} cells, {plan.Cells.Count - missing} recorded, {missing} to run\n");
        if (plan.Defaults.Count > 0)
            text.Append($"  defaults: {string.Join(", ", plan.Defaults)}\n");
        foreach (var cell in plan.Cells)
        {
            text.Append(recorded.ContainsKey(cell.Id) ? "  recorded  " : "  will run  ").Append($"{cell.Id}  {cell.Label}\n");
            if (!recorded.ContainsKey(cell.Id))
                text.AppendJoin("", Changes(cell, stale.Select(s => s.Value)).Select(change => $"              changed: {change}\n"));
        }

        if (stale.Count > 0)
            text.Append($"  {stale.Count} recorded {(stale.Count == 1 ? "cell is" : "cells are")} no longer in the plan: {string.Join(' ', stale.Select(s => s.Key).Order())}\n");
        return text.ToString().TrimEnd();
    }

    /// <summary>Differences to the recorded cell that has the fewest; none when nothing outside the plan is recorded.</summary>
    private static IReadOnlyList<CellDifference> Changes(Cell cell, IEnumerable<string> recorded) =>
        recorded.Select(old => CellDifferences.Between(old, cell.CanonicalJson)).MinBy(differences => differences.Count) ?? [];
}
