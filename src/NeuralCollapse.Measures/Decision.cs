namespace NeuralCollapse.Measures;

/// <summary>The class a row of logits or probabilities decides for.</summary>
public static class Decision
{
    /// <summary>The index of the largest score; the lowest of them when several are equal.</summary>
    public static int Of(ReadOnlySpan<double> scores)
    {
        var best = 0;
        for (var c = 1; c < scores.Length; c++)
        {
            if (scores[c] > scores[best])
            {
                best = c;
            }
        }
        return best;
    }
}
