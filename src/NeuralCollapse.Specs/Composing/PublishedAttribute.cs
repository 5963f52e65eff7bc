namespace NeuralCollapse.Specs;

/// <summary>A name under which numbers of a kind are known, such as vit-b-4.</summary>
/// <param name="name">In lower case with hyphens.</param>
/// <param name="numbers">Values of the required keys, in the order of their declaration.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class PublishedAttribute(string name, params int[] numbers) : Attribute
{
    public string Name { get; } = name;

    public IReadOnlyList<int> Numbers { get; } = numbers;
}
