namespace NeuralCollapse.Specs;

/// <summary>
/// What a required key is usually given: <c>new</c> writes it into a spec when it is told nothing else. No default: a spec that leaves the
/// key out stays a mistake.
/// </summary>
/// <param name="value">As a spec would have it.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UsualAttribute(string value) : Attribute
{
    public string Value { get; } = value;

    /// <summary>Who uses it, or why, for a comment in the spec; empty where that goes without saying.</summary>
    public string Source { get; init; } = "";
}
