namespace NeuralCollapse.Specs;

/// <summary>The only allowed values of a whole number.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AllowedAttribute(params int[] values) : Attribute
{
    public IReadOnlyList<int> Values { get; } = values;
}
