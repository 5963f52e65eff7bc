using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>
/// How the points of a matrix are told apart in every figure: the colour stands for the value of the first axis, the dashes for the values
/// of all others.
/// </summary>
internal sealed class GroupStyles
{
    /// <summary>Losses keep their colours from one experiment to another, whichever of them it compares.</summary>
    private static readonly IReadOnlyList<string> Reserved = [.. new[] { "cross-entropy", "focal", "scaled-mse", "mae", "smooth-l1", "rescaled-mse" }.Select(KindName.Of)];

    private readonly Dictionary<string, string> colours = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> dashes = new(StringComparer.Ordinal);

    public GroupStyles(ExperimentSummary summary)
    {
        Firsts = [.. summary.Groups.Select(GroupName.First).Distinct()];
        Others = [.. summary.Groups.Select(GroupName.Rest).Distinct()];
        foreach (var first in Firsts)
            colours[first] = ReservedColour(first) ?? "";
        foreach (var first in Firsts.Where(f => colours[f].Length == 0))
            colours[first] = FreeColour();
        foreach (var (rest, i) in Others.Select((rest, i) => (rest, i)))
            dashes[rest] = Palette.Dashes[i % Palette.Dashes.Count];
    }

    /// <summary>Values of the first axis, in plan order; one empty value when there is no axis.</summary>
    public IReadOnlyList<string> Firsts { get; }

    /// <summary>Values of the other axes together, in plan order; one empty value when there are none.</summary>
    public IReadOnlyList<string> Others { get; }

    public string Colour(SummaryGroup group) => colours[GroupName.First(group)];

    public string Colour(string first) => colours[first];

    public string Dash(SummaryGroup group) => dashes[GroupName.Rest(group)];

    public string Dash(string rest) => dashes[rest];

    /// <summary>The colour that a loss has in every figure, by what readers call it; ink for one that has none.</summary>
    public static string ColourOfLoss(string name)
    {
        for (var i = 0; i < Reserved.Count; i++)
        {
            if (Reserved[i] == name)
                return Palette.Categories[i];
        }

        return Palette.Ink;
    }

    private string? ReservedColour(string first)
    {
        for (var i = 0; i < Reserved.Count; i++)
        {
            if (first.Split(',')[0] == Reserved[i] && !colours.ContainsValue(Palette.Categories[i]))
                return Palette.Categories[i];
        }

        return null;
    }

    /// <summary>The first colour nobody has, from the end; the last one once all are taken.</summary>
    private string FreeColour() =>
        Palette.Categories.Skip(Reserved.Count).Concat(Palette.Categories).FirstOrDefault(c => !colours.ContainsValue(c)) ?? Palette.Ink;
}
