using System.Text.Json.Nodes;

namespace NeuralCollapse.Specs;

/// <summary>True or false.</summary>
internal sealed class FlagShape : Shape
{
    public override string Expected => "true or false";

    public override JsonNode Write(object value, bool brief) => JsonValue.Create((bool)value);

    public override JsonObject Schema() => new() { ["type"] = "boolean" };

    protected override object? ReadGiven(Node node, Mistakes mistakes) => node is ScalarNode { IsTruth: true } scalar ? scalar.AsTruth() : null;
}
