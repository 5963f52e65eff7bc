namespace NeuralCollapse.Specs;

/// <summary>The value of <c>kind:</c> that chooses this record.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class KindAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
