namespace NeuralCollapse.Specs;

/// <summary>
/// Squentropy -log p_y + (1 / (C - 1)) sum over j other than y of z_j^2 (Hui, Belkin and Wright 2023, equation 2): cross-entropy, and the
/// mean square of the other logits. Against a target that is not one-hot: the mean over the labels that it stands for, so that mixing
/// losses and mixing targets are the same.
/// </summary>
[Kind("squentropy")]
public sealed record SquentropyLoss : LossSpec
{
    public override double Value(ReadOnlySpan<double> logits, ReadOnlySpan<double> target)
    {
        var squares = 0.0;
        for (var c = 0; c < logits.Length; c++)
            squares += (1 - target[c]) * logits[c] * logits[c];
        return OverSoftmax(logits, target, (log, share) => -share * log) + (squares / (logits.Length - 1));
    }
}
