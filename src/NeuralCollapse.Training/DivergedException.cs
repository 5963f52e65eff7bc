namespace NeuralCollapse.Training;

/// <summary>
/// A loss, a parameter or an output of the network is infinite or not a number: the training ends there, and nothing is measured of it.
/// </summary>
public sealed class DivergedException : Exception
{
    private DivergedException(string quantity, double value, int epoch, int? step)
        : base(FormattableString.Invariant($"{quantity} is {value} at epoch {epoch}{(step is null ? "" : $", step {step}")}: a smaller learning rate may help")) =>
        (Quantity, Value, Epoch, Step) = (quantity, value, epoch, step);

    /// <summary>What is not finite.</summary>
    public string Quantity { get; }

    /// <summary>Its value.</summary>
    public double Value { get; }

    /// <summary>Epochs trained, from 1 during the first.</summary>
    public int Epoch { get; }

    /// <summary>From 1, within the epoch; null at its end.</summary>
    public int? Step { get; }

    /// <summary>Returns normally where a value is a finite number.</summary>
    /// <param name="quantity">What it is, for the message: <c>the loss</c>.</param>
    /// <param name="value">Its value.</param>
    /// <param name="epoch">Epochs trained, from 1 during the first.</param>
    /// <param name="step">From 1, within the epoch; null at its end.</param>
    /// <exception cref="DivergedException">It is not.</exception>
    public static void ThrowUnlessFinite(string quantity, double value, int epoch, int? step = null)
    {
        if (!double.IsFinite(value))
            throw new DivergedException(quantity, value, epoch, step);
    }
}
