namespace NeuralCollapse.Specs;

/// <summary>Smallest and largest allowed value of a number, both included; of every element for a list.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RangeAttribute(double least, double most) : Attribute
{
    public double Least { get; } = least;

    public double Most { get; } = most;
}

/// <summary>Of official images: no fewer than there are classes, and no more than the default, which is all.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UpToDefaultAttribute : Attribute;
