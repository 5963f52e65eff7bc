namespace Cake.Frosting;

/// <summary>What <c>--description</c> says of a task.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TaskDescriptionAttribute(string description) : Attribute
{
    internal string Description { get; } = description;
}
