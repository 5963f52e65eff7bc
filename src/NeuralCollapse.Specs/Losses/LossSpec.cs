using NeuralCollapse.Measures;

namespace NeuralCollapse.Specs;

/// <summary>What training minimises, averaged over the samples of a batch.</summary>
public abstract record LossSpec
{
    /// <summary>
    /// How the two labels of a mixed sample are taken; without mixup it changes nothing. Both come to the same for cross-entropy and focal, to
    /// the same but for a constant for scaled-mse, and are two losses for the others. Default: loss.
    /// </summary>
    public LossMixing Mix { get; init; }

    /// <summary>The loss of one sample.</summary>
    /// <param name="logits">z, C.</param>
    /// <param name="target">A distribution over the C classes.</param>
    public abstract double Value(ReadOnlySpan<double> logits, ReadOnlySpan<double> target);

    /// <summary>The loss of one sample mixed of two classes, losses or targets mixed as <see cref="Mix"/> says.</summary>
    /// <param name="logits">z, C.</param>
    /// <param name="label">The class that has the share lambda.</param>
    /// <param name="partner">The other.</param>
    /// <param name="lambda">In [0, 1].</param>
    public double Value(ReadOnlySpan<double> logits, int label, int partner, double lambda)
    {
        var target = new double[logits.Length];
        if (Mix == LossMixing.Target)
        {
            target[label] += lambda;
            target[partner] += 1 - lambda;
            return Value(logits, target);
        }

        target[label] = 1;
        var first = Value(logits, target);
        (target[label], target[partner]) = (0, 1);
        return (lambda * first) + ((1 - lambda) * Value(logits, target));
    }

    /// <summary>
    /// Where a sample mixed with the share lambda ends in the unconstrained features model, losses or targets mixed as <see cref="Mix"/>
    /// says. A loss without a closed form of its own is minimised by <see cref="GeneralOptimum"/>.
    /// </summary>
    /// <param name="model">C and mu.</param>
    /// <param name="lambda">Share of the label, in [0, 1]; 1 for a same-class sample.</param>
    /// <param name="offset">Whether the logits may share an offset; it matters to no loss that looks at the softmax alone.</param>
    public virtual MixedOptimum Optimum(UnconstrainedFeatures model, double lambda, LogitOffset offset) =>
        GeneralOptimum.Of(model, lambda, offset, logits => Value(logits, 0, 1, lambda));

    /// <summary>Whether the loss is as good for many features at this lambda, so that a trained network tells nothing of its optimum.</summary>
    public virtual bool IsOpen(double lambda) => false;

    /// <summary>Whether adding the same number to all logits changes nothing, as where the loss looks at the softmax alone.</summary>
    internal bool IgnoresOffset => Math.Abs(Value([0.3, -1.1, 2.3], [1, 0, 0]) - Value([1.07, -0.33, 3.07], [1, 0, 0])) < 1e-9;

    /// <summary>What is mixed, in the words of theory.</summary>
    private protected MixupForm Form => Mix == LossMixing.Loss ? MixupForm.Losses : MixupForm.Targets;

    /// <summary>Mean over the classes of an error of each logit and its target.</summary>
    private protected static double Mean(ReadOnlySpan<double> logits, ReadOnlySpan<double> target, Func<double, double, double> error)
    {
        var sum = 0.0;
        for (var c = 0; c < logits.Length; c++)
            sum += error(logits[c], target[c]);
        return sum / logits.Length;
    }

    /// <summary>Sum over the classes of a weight of each target times a function of the log of its softmax output.</summary>
    private protected static double OverSoftmax(ReadOnlySpan<double> logits, ReadOnlySpan<double> target, Func<double, double, double> term)
    {
        var (sum, normaliser) = (0.0, Softmax.LogSumExp(logits));
        for (var c = 0; c < logits.Length; c++)
            sum += term(logits[c] - normaliser, target[c]);
        return sum;
    }
}

/// <summary>How a loss takes the two labels of a mixed sample.</summary>
public enum LossMixing
{
    /// <summary>lambda x loss against one label + (1 - lambda) x loss against the other (Zhang et al. 2018, section 3.6).</summary>
    Loss,

    /// <summary>The loss against one target, lambda x one-hot of one label + (1 - lambda) x one-hot of the other.</summary>
    Target,
}
