namespace NeuralCollapse.Measures;

/// <summary>The softmax function p_c = exp(z_c) / sum_k exp(z_k), safe for logits of any size.</summary>
public static class Softmax
{
    /// <summary>Probabilities of a row of logits; each in [0, 1].</summary>
    public static double[] Of(ReadOnlySpan<double> logits)
    {
        var largest = logits[Argmax.Of(logits)];
        var probabilities = new double[logits.Length];
        var sum = 0.0;
        for (var c = 0; c < logits.Length; c++)
        {
            probabilities[c] = Math.Exp(logits[c] - largest);
            sum += probabilities[c];
        }
        for (var c = 0; c < logits.Length; c++)
            probabilities[c] /= sum;
        return probabilities;
    }

    /// <summary>ln sum_k exp(z_k), shifted by the largest logit so that nothing overflows.</summary>
    public static double LogSumExp(ReadOnlySpan<double> logits)
    {
        var largest = logits[Argmax.Of(logits)];
        var sum = 0.0;
        foreach (var logit in logits)
            sum += Math.Exp(logit - largest);
        return largest + Math.Log(sum);
    }
}

/// <summary>The class that a row of logits or probabilities predicts.</summary>
public static class Argmax
{
    /// <summary>The index of the largest score; the lowest of them when several are equal.</summary>
    public static int Of(ReadOnlySpan<double> scores)
    {
        var best = 0;
        for (var c = 1; c < scores.Length; c++)
        {
            if (scores[c] > scores[best])
                best = c;
        }
        return best;
    }
}
