using System.Text.Json.Nodes;

namespace NeuralCollapse.Specs;

/// <summary>Text that says something.</summary>
internal sealed class TextShape : Shape
{
    public override string Expected => "text";

    public override JsonNode Write(object value, bool brief) => JsonValue.Create((string)value);

    public override JsonObject Schema() => new() { ["type"] = "string", ["minLength"] = 1 };

    protected override object? ReadGiven(Node node, Mistakes mistakes) =>
        node is ScalarNode { IsText: true } scalar && !string.IsNullOrWhiteSpace(scalar.Text) ? scalar.Text : null;
}
