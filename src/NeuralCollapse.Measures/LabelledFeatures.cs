namespace NeuralCollapse.Measures;

/// <summary>Last-layer features h_i of N samples in D dimensions with their class labels.</summary>
/// <remarks>A class may be absent (a small test set); what needs every class, such as <see cref="ClassMeans"/>, says so.</remarks>
public sealed record LabelledFeatures
{
    /// <param name="values">Features, row-major: N x D. Kept, not copied.</param>
    /// <param name="labels">N labels in [0, classes). Kept, not copied.</param>
    /// <param name="classes">C, the number of classes, at least 2.</param>
    /// <exception cref="ArgumentException">No sample, ragged features, fewer than 2 classes or a label out of range.</exception>
    public LabelledFeatures(double[] values, int[] labels, int classes)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(labels);
        ClassCounts = ClassLabels.Count(labels, classes);
        if (values.Length == 0 || values.Length % labels.Length != 0)
        {
            throw new ArgumentException(
                $"Expected N x D features for the {labels.Length} labels, got {values.Length} values, which is no positive multiple.",
                nameof(values));
        }
        (Values, Labels, Dimension) = (values, labels, values.Length / labels.Length);
    }

    /// <summary>Features, row-major: N x D.</summary>
    public double[] Values { get; }

    /// <summary>Class of each sample, in [0, Classes).</summary>
    public int[] Labels { get; }

    /// <summary>N, the number of samples.</summary>
    public int Samples => Labels.Length;

    /// <summary>D, the dimension of the features.</summary>
    public int Dimension { get; }

    /// <summary>C, the number of classes.</summary>
    public int Classes => ClassCounts.Count;

    /// <summary>How many samples each class has, counted from the labels.</summary>
    public IReadOnlyList<int> ClassCounts { get; }

    /// <summary>The feature vector of a sample in [0, Samples).</summary>
    public ReadOnlySpan<double> this[int sample] => Values.AsSpan(sample * Dimension, Dimension);
}

/// <summary>Class labels: whole numbers in [0, C).</summary>
internal static class ClassLabels
{
    /// <summary>Samples per class.</summary>
    /// <exception cref="ArgumentException">No label, fewer than 2 classes or a label out of range.</exception>
    public static int[] Count(int[] labels, int classes)
    {
        if (labels.Length == 0)
            throw new ArgumentException("Expected at least one sample, got none.", nameof(labels));
        if (classes < 2)
            throw new ArgumentException($"Expected at least 2 classes, got {classes}.", nameof(classes));
        var counts = new int[classes];
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] < 0 || labels[i] >= classes)
                throw new ArgumentException($"Expected labels from 0 to {classes - 1}, got {labels[i]} at sample {i}.", nameof(labels));
            counts[labels[i]]++;
        }
        return counts;
    }
}
