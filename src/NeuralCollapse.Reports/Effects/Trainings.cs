using NeuralCollapse.Records;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Reports;

/// <summary>What the networks of an experiment were trained on, and for how long.</summary>
internal static class Trainings
{
    /// <summary>Such as: 30000 images of MNIST, WRN, 8 epochs; empty where no spec of it can be read.</summary>
    public static string InWords(ExperimentSummary summary)
    {
        List<NetworkCell> specs = [.. summary.Groups.Select(group => SpecOf(group.Cells[0])).OfType<NetworkCell>()];
        if (specs.Count == 0)
            return "";
        string[] parts =
        [
            $"{Range(specs.Select(spec => spec.Data.Train))} images of {Prose.List([.. specs.Select(spec => KindName.Of(spec.Data.GetType())).Distinct()])}",
            Prose.List([.. specs.Select(spec => KindName.Of(spec.Model.GetType())).Distinct()]),
            $"{Range(specs.Select(spec => spec.Training.Epochs))} epochs",
        ];
        return string.Join(", ", parts);
    }

    /// <summary>How they were trained, architecture by architecture where that differs; null where no spec of it can be read.</summary>
    public static string? Recipe(ExperimentSummary summary)
    {
        var recipes = summary.Groups.Select(group => SpecOf(group.Cells[0])).OfType<NetworkCell>()
            .GroupBy(spec => Optimizer(spec.Training), spec => KindName.Of(spec.Model.GetType())).ToList();
        return recipes.Count == 0 ? null
            : string.Join("; ", recipes.Select(recipe => recipe.Key + (recipes.Count == 1 ? "" : $" ({Prose.List([.. recipe.Distinct()])})")));
    }

    /// <summary>Whether architectures of an experiment are not trained alike.</summary>
    public static bool DifferByArchitecture(ExperimentSummary summary) => summary.Groups.Select(group => SpecOf(group.Cells[0])).OfType<NetworkCell>()
        .GroupBy(spec => KindName.Of(spec.Model.GetType()), spec => Optimizer(spec.Training)).Select(model => string.Join(';', model.Distinct().Order())).Distinct().Count() > 1;

    private static string Optimizer(TrainingSpec training) => string.Join(", ", new[]
    {
        KindName.Of(training.Optimizer.GetType()),
        $"learning rate {Numbers.Format(training.Optimizer.LearningRate)}",
        training.Optimizer.WeightDecay > 0 ? $"weight decay {Numbers.Format(training.Optimizer.WeightDecay)}" : "",
        training.Optimizer.Clip > 0 ? $"gradients clipped at {Numbers.Format(training.Optimizer.Clip)}" : "",
        $"batches of {Numbers.Format(training.BatchSize)}",
    }.Where(part => part.Length > 0));

    /// <summary>Whether a cell mixes its images, rather than its labels alone or nothing; true where that cannot be read.</summary>
    public static bool MixesImages(CellRecord cell) => SpecOf(cell) is not NetworkCell { Mixup: Mixup { Apply: MixedParts.TargetsOnly } };

    /// <summary>Null where this program cannot read it.</summary>
    public static CellSpec? SpecOf(CellRecord cell) => CanonicalJson.IsReadable(cell.CanonicalJson) ? CanonicalJson.Read(cell.CanonicalJson) : null;

    private static string Range(IEnumerable<int> values)
    {
        int[] known = [.. values.Distinct().Order()];
        return known.Length == 1 ? Numbers.Format(known[0]) : $"{Numbers.Format(known[0])} to {Numbers.Format(known[^1])}";
    }
}
