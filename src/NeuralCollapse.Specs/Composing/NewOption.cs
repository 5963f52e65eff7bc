using System.Globalization;

namespace NeuralCollapse.Specs;

/// <summary>An option that was given for a new spec.</summary>
/// <param name="Name">Without dashes.</param>
/// <param name="Value">As typed.</param>
/// <param name="Index">How many were given before it.</param>
internal sealed record NewOption(string Name, string Value, int Index)
{
    /// <summary>Path of the key that it gives.</summary>
    public string Path => NewOptions.PathOf(Name);

    /// <summary>A value that stands, for messages, where the option does.</summary>
    public ScalarNode Scalar(string text, bool quoted = false) => new(Index + 1, 1, ToString(), text, quoted);

    /// <summary>The value as a spec would have it: text as it is, several values with commas between or in brackets, anything else as YAML.</summary>
    /// <param name="shapes">What it may be.</param>
    /// <param name="mistakes">Told of what is no YAML.</param>
    public Node Read(IReadOnlyCollection<Shape> shapes, Mistakes mistakes)
    {
        if (shapes.Any(shape => shape is TextShape))
            return Scalar(Value, quoted: true);
        if (!shapes.Any(shape => shape is ListShape) || Value.StartsWith('['))
            return YamlFile.ReadValue(Value, ToString(), mistakes);
        return new ListNode(Index + 1, 1, ToString(), [.. Value.Split(',').Select(item => Scalar(item.Trim()))]);
    }

    /// <summary>As typed: --training.batch-size=64.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"--{Name}={Value}");
}
