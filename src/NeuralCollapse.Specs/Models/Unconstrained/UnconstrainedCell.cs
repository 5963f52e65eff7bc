namespace NeuralCollapse.Specs;

/// <summary>What the parts of a cell with free features must be to one another.</summary>
internal static class UnconstrainedCell
{
    /// <summary>Whether a cell has free features, or data for them.</summary>
    public static bool Is(CellSpec cell) => cell.Model is UnconstrainedModel || cell.Data is MixedPairsData;

    /// <summary>What is wrong with such a cell. Empty when all fits.</summary>
    public static IEnumerable<Objection> Objections(CellSpec cell) => (cell.Model, cell.Data) switch
    {
        (UnconstrainedModel model, MixedPairsData data) =>
            [.. ToSizes(cell, model, data), .. ToWhatImagesHave(cell), .. ToAMovingSum(model, cell.Loss)],
        (UnconstrainedModel, _) => [new("data.kind", "mixed-pairs, the only data with free features, which the model ufm trains", "images")],
        _ => [new("model.kind", "ufm, the only model whose features are free, as those of mixed-pairs are", "a network, which needs images")],
    };

    private static IEnumerable<Objection> ToSizes(CellSpec cell, UnconstrainedModel model, MixedPairsData data)
    {
        if (model.Dim < data.Classes - 1)
            yield return Of("model.dim", $"at least {data.Classes - 1}, which a simplex of the {data.Classes} data.classes needs", model.Dim);
        if (cell.Training.BatchSize != data.Train)
            yield return Of("training.batch-size", $"the {data.Train} samples, for an epoch is one step of all", cell.Training.BatchSize);
    }

    private static IEnumerable<Objection> ToWhatImagesHave(CellSpec cell)
    {
        if (cell.Mixup is not NoMixup)
            yield return new("mixup.kind", "none, for the samples of mixed-pairs are mixed already", "mixup");
        if (cell.Measure.ProjectionClasses != 0)
            yield return Of("measure.projection-classes", $"0, written out, for no images are mixed and projected", cell.Measure.ProjectionClasses);
        if (cell.Measure.MixedPairs != new MeasureSpec().MixedPairs)
            yield return Of("measure.mixed-pairs", $"nothing, for the mixed samples are those of the data", cell.Measure.MixedPairs);
        if (cell.Measure.KeepWeights || cell.Measure.KeepFeatures)
            yield return new(cell.Measure.KeepWeights ? "measure.keep-weights" : "measure.keep-features", "false, for there is no network", "true");
        if (cell.Training.Optimizer.WeightDecay != 0)
            yield return Of("training.optimizer.weight-decay", $"0, for the model has decays of its own", cell.Training.Optimizer.WeightDecay);
    }

    /// <summary>
    /// A learned classifier can make logits whose sum is not zero, by weights that decay: neither of the two cases that theory knows. The
    /// losses that look at the softmax alone do not see that sum.
    /// </summary>
    private static IEnumerable<Objection> ToAMovingSum(UnconstrainedModel model, LossSpec loss)
    {
        if (model is { Classifier: LearnedClassifier, Offset: UnconstrainedOffset.None } && loss is not (CrossEntropyLoss or FocalLoss))
            yield return new("model.offset", "free, for this loss and a learned classifier", "none");
    }

    private static Objection Of(string key, FormattableString expected, object got) =>
        new(key, FormattableString.Invariant(expected), FormattableString.Invariant($"{got}"));
}
