using System.Reflection;

namespace NeuralCollapse.Specs;

/// <summary>The value of the key <c>kind</c> that chooses a record.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class KindAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    /// <summary>The kind of a record's type; empty where it has none.</summary>
    public static string Of(Type type) => type.GetCustomAttribute<KindAttribute>(inherit: false)?.Name ?? "";
}

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

/// <summary>The only allowed values of a whole number.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AllowedAttribute(params int[] values) : Attribute
{
    public IReadOnlyList<int> Values { get; } = values;
}
