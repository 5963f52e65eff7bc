namespace NeuralCollapse.Measures;

/// <summary>Top-1 accuracy.</summary>
public static class Accuracy
{
    /// <summary>The fraction of samples whose largest logit is that of their class, in [0, 1]; ties go to the lower class.</summary>
    public static double Of(LabelledLogits logits)
    {
        ArgumentNullException.ThrowIfNull(logits);
        var hits = 0;
        for (var i = 0; i < logits.Samples; i++)
        {
            hits += Decision.Of(logits[i]) == logits.Labels[i] ? 1 : 0;
        }
        return (double)hits / logits.Samples;
    }
}
