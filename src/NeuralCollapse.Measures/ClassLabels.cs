namespace NeuralCollapse.Measures;

/// <summary>Class labels: whole numbers in [0, C).</summary>
internal static class ClassLabels
{
    /// <summary>Samples per class.</summary>
    /// <exception cref="ArgumentException">No label, fewer than 2 classes or a label out of range.</exception>
    public static int[] Count(int[] labels, int classes)
    {
        if (labels.Length == 0)
        {
            throw new ArgumentException("Expected at least one sample, got none.", nameof(labels));
        }
        if (classes < 2)
        {
            throw new ArgumentException($"Expected at least 2 classes, got {classes}.", nameof(classes));
        }
        var counts = new int[classes];
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] < 0 || labels[i] >= classes)
            {
                throw new ArgumentException($"Expected labels from 0 to {classes - 1}, got {labels[i]} at sample {i}.", nameof(labels));
            }
            counts[labels[i]]++;
        }
        return counts;
    }
}
