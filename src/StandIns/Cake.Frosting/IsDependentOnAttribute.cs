namespace Cake.Frosting;

/// <summary>A task that runs before this one; several run in the order they are declared.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class IsDependentOnAttribute(Type type) : Attribute
{
    public Type Task { get; } = type;
}
