namespace NeuralCollapse.Measures;

/// <summary>Network outputs z of N samples, one logit for each of C classes, with the true labels.</summary>
public sealed record LabelledLogits
{
    /// <param name="values">Logits, row-major: N x C. Kept, not copied.</param>
    /// <param name="labels">N labels in [0, classes). Kept, not copied.</param>
    /// <param name="classes">C, at least 2.</param>
    /// <exception cref="ArgumentException">No sample, not N x C logits, fewer than 2 classes or a label out of range.</exception>
    public LabelledLogits(double[] values, int[] labels, int classes)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(labels);
        _ = ClassLabels.Count(labels, classes);
        if (values.Length != (long)labels.Length * classes)
        {
            throw new ArgumentException(
                $"Expected {labels.Length} x {classes} logits for {labels.Length} labels, got {values.Length}.", nameof(values));
        }
        (Values, Labels, Classes) = (values, labels, classes);
    }

    /// <summary>Logits, row-major: N x C.</summary>
    public double[] Values { get; }

    /// <summary>True class of each sample, in [0, Classes).</summary>
    public int[] Labels { get; }

    /// <summary>N, the number of samples.</summary>
    public int Samples => Labels.Length;

    /// <summary>C, the number of classes.</summary>
    public int Classes { get; }

    /// <summary>The logits of a sample in [0, Samples).</summary>
    public ReadOnlySpan<double> this[int sample] => Values.AsSpan(sample * Classes, Classes);
}
