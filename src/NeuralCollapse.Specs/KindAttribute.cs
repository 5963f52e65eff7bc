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
