using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>What figures draw of a large matrix: a choice spread over it, so that colours and dashes can be told apart.</summary>
internal static class ShownGroups
{
    /// <summary>The groups with at most so many values of the first axis as there are colours, and of the others as there are dashes.</summary>
    public static ExperimentSummary Of(ExperimentSummary summary)
    {
        var styles = new GroupStyles(summary);
        return Of(summary, Spread.Over(styles.Firsts, Palette.Categories.Count), Spread.Over(styles.Others, Palette.Dashes.Count));
    }

    /// <summary>The groups with certain values.</summary>
    public static ExperimentSummary Of(ExperimentSummary summary, IReadOnlyList<string> firsts, IReadOnlyList<string> others) => summary with
    {
        Groups = [.. summary.Groups.Where(g => firsts.Contains(GroupName.First(g)) && others.Contains(GroupName.Rest(g)))],
    };

    /// <summary>Says that groups are left out, with a space before it; empty when there are none.</summary>
    public static string Note(int shown, int all) =>
        shown == all ? "" : $" {Numbers.Format(shown)} of {Numbers.Format(all)} settings are drawn, spread over the values of each axis.";
}

/// <summary>A choice of things in a row.</summary>
internal static class Spread
{
    /// <summary>All of them or, where there are more than wanted, so many at even distances, the first and the last among them.</summary>
    public static IReadOnlyList<T> Over<T>(IReadOnlyList<T> items, int most) => items.Count <= most
        ? items
        : [.. Enumerable.Range(0, most).Select(i => items[most == 1 ? 0 : (int)Math.Round(i * (items.Count - 1) / (most - 1.0))])];
}
