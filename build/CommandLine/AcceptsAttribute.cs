namespace Build;

/// <summary>The options a task hands on.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AcceptsAttribute(params string[] options) : Attribute
{
    public IReadOnlyList<string> Options { get; } = options;
}
