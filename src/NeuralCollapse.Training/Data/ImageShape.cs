namespace NeuralCollapse.Training;

/// <summary>Channels and size in pixels of every image of a data set.</summary>
public readonly record struct ImageShape(int Channels, int Height, int Width)
{
    /// <summary>Values of one image.</summary>
    public int Size => Channels * Height * Width;

    /// <summary>Channels x height x width, for messages.</summary>
    public override string ToString() => FormattableString.Invariant($"{Channels} x {Height} x {Width}");
}
