namespace NeuralCollapse.Training;

/// <summary>
/// A loss, a parameter or an output of the network is infinite or not a number: the run stops rather than go on to record it.
/// </summary>
public sealed class DivergedException : Exception
{
    private DivergedException(string quantity, double value, string place)
        : base($"{quantity} is {value} at {place}: a smaller learning rate may help")
    {
    }

    /// <summary>Returns normally where a value is a finite number.</summary>
    /// <param name="quantity">What it is, for the message: <c>the loss</c>.</param>
    /// <param name="value">Its value.</param>
    /// <param name="epoch">Epochs trained, from 1 during the first.</param>
    /// <param name="step">From 1, within the epoch; null at its end.</param>
    /// <exception cref="DivergedException">It is not.</exception>
    public static void ThrowUnlessFinite(string quantity, double value, int epoch, int? step = null)
    {
        if (!double.IsFinite(value))
            throw new DivergedException(quantity, value, $"epoch {epoch}{(step is null ? "" : $", step {step}")}");
    }
}
