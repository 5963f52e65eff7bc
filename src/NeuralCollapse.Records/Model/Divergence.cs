namespace NeuralCollapse.Records;

/// <summary>Where a training ended before its last epoch: something that has to be a finite number was none.</summary>
/// <param name="Quantity">What it was, such as <c>the loss</c>.</param>
/// <param name="Value">What it had become: infinite or not a number.</param>
/// <param name="Epoch">Epochs trained, from 1 during the first; 0 before training.</param>
/// <param name="Step">From 1, within the epoch; null at its end.</param>
public sealed record Divergence(string Quantity, double Value, int Epoch, int? Step)
{
    /// <summary>In words.</summary>
    public override string ToString() =>
        $"{Quantity} is {Numbers.Format(Value)} at epoch {Numbers.Format(Epoch)}{(Step is { } step ? $", step {Numbers.Format(step)}" : "")}";
}
