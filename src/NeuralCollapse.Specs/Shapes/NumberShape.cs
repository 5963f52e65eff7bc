using System.Globalization;
using System.Text.Json.Nodes;

namespace NeuralCollapse.Specs;

/// <summary>A finite number in a range.</summary>
internal sealed class NumberShape(double least, double most) : Shape
{
    public override string Expected => FormattableString.Invariant($"a number from {Readable(least)} to {Readable(most)}");

    // Adding zero turns -0 into 0: they are one setting and must have one canonical form.
    public override JsonNode Write(object value, bool brief) => JsonValue.Create((double)value + 0.0);

    public override JsonObject Schema() => new() { ["type"] = "number", ["minimum"] = least, ["maximum"] = most };

    /// <summary>1e-6, as one would write it, and not 1E-06.</summary>
    private static string Readable(double value) => value.ToString(CultureInfo.InvariantCulture)
        .Replace("E-0", "e-", StringComparison.Ordinal)
        .Replace("E", "e", StringComparison.Ordinal);

    protected override object? ReadGiven(Node node, Mistakes mistakes) =>
        node is ScalarNode { IsNumber: true } scalar && scalar.AsNumber() is var value && value >= least && value <= most ? value : null;
}
