using NeuralCollapse.Measures;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>The unconstrained features model itself, optimised, against its predicted optimum.</summary>
internal static class FreeFeaturesSection
{
    public static Section? Of(Evidence evidence)
    {
        List<Block> blocks = [];
        foreach (var summary in evidence.Free)
        {
            var firsts = summary.Groups.Select(GroupName.First).Distinct().GroupBy(first => first.Split(',')[0]).Select(kind => kind.First()).ToList();
            if (MixedFigures.DrawGeometry(summary with { Groups = [.. summary.Groups.Where(group => firsts.Contains(GroupName.First(group)))] }) is not { } drawn)
                continue;
            var figure = evidence.Number(drawn with
            {
                Name = summary.Plan.Experiment,
                Title = "Amplification in the unconstrained features model.",
                Explanation = "A(λ) of optimised features, over the predicted optimum as wide grey lines, at the μ that the decays of each model give; where a line ends, theory leaves A open. One variant of each kind of loss is drawn, and three of the settings.",
            });
            if (InWords(summary, figure) is { } words)
                blocks.Add(new Block.Passage(words));
            blocks.Add(new Block.Illustration(figure));
        }

        return blocks.Count == 0 ? null : new("Theory by itself", blocks);
    }

    /// <returns>Null where there is no model with a closed form.</returns>
    private static Sentence? InWords(ExperimentSummary summary, Numbered<Figure> figure)
    {
        var metric = MixedMetrics.AmplificationError.Name;
        var errors = summary.Groups.Where(group => group.Find(metric) is { Mean: var mean } && double.IsFinite(mean)).ToList();
        if (errors.Count == 0)
            return null;
        var largest = errors.SelectMany(group => group.Cells).Max(cell => cell.Final.Find(metric)!.Value);
        List<Series> series = [.. errors.Select(group => Series.Of(summary, group, metric))];
        return $"Free features, optimised under mixup, against the predicted optimum ({Mention.Of(figure)}): in {Printed.Of(Numbers.Format(errors.Count), Statistics.All, series)} models of {Prose.Quoted(summary.Plan.Experiment)} for which theory gives one, A differs from it by at most {Printed.Of(MetricText.Mean(MixedMetrics.AmplificationError, largest), Statistics.Largest, series)} with any seed and at any λ.";
    }
}
