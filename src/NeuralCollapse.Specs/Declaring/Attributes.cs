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

/// <summary>How many characters a text may have.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LongestAttribute(int characters) : Attribute
{
    public int Characters { get; } = characters;
}

/// <summary>A list of whole numbers whose items may be ranges of them, too: see <see cref="NumberRange"/>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RangesAttribute : Attribute;

/// <summary>Of official images: no fewer than there are classes, and no more than the default, which is all.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UpToDefaultAttribute : Attribute;

/// <summary>The only allowed values of a whole number.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AllowedAttribute(params int[] values) : Attribute
{
    public IReadOnlyList<int> Values { get; } = values;
}

/// <summary>A name under which numbers of a kind are known, such as vit-b-4.</summary>
/// <param name="name">In lower case with hyphens.</param>
/// <param name="numbers">Values of the required keys, in the order of their declaration.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class PublishedAttribute(string name, params int[] numbers) : Attribute
{
    public string Name { get; } = name;

    public IReadOnlyList<int> Numbers { get; } = numbers;
}

/// <summary>
/// What a required key is usually given: <c>new</c> writes it into a spec when it is told nothing else. No default: a spec that leaves the
/// key out stays an error.
/// </summary>
/// <param name="value">As a spec would have it.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UsualAttribute(string value) : Attribute
{
    public string Value { get; } = value;

    /// <summary>Who uses it, or why, for a comment in the spec; empty where that goes without saying.</summary>
    public string Source { get; init; } = "";
}

/// <summary>
/// The key has a default that says how a network is trained or when it is measured: a plan tells its value where the spec does not, so that
/// nobody trains for days with what they did not choose.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AnnouncedAttribute : Attribute;
