namespace NeuralCollapse.Specs;

/// <summary>Smallest and largest allowed value of a number, both included; of every element for a list.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RangeAttribute(double least, double most) : Attribute
{
    public double Least { get; } = least;

    public double Most { get; } = most;
}
