using System.Text.Json.Nodes;

namespace NeuralCollapse.Specs;

/// <summary>A finite number in a range.</summary>
internal sealed class NumberShape(double least, double most) : Shape
{
    public override string Expected => $"a number from {NumberText.Of(least)} to {NumberText.Of(most)}";

    // Adding zero turns -0 into 0: they are one setting and must have one canonical form.
    public override JsonNode Write(object value, bool brief) => JsonValue.Create((double)value + 0.0);

    public override JsonObject Schema() => new() { ["type"] = "number", ["minimum"] = least, ["maximum"] = most };

    protected override object? ReadGiven(Node node, Mistakes mistakes) =>
        (node as ScalarNode)?.AsNumber() is { } value && value >= least && value <= most ? value : null;
}
