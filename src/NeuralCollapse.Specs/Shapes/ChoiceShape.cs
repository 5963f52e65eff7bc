using System.Text.Json.Nodes;

namespace NeuralCollapse.Specs;

/// <summary>One of the names of an enumeration; never its number.</summary>
internal sealed class ChoiceShape(Type type) : Shape
{
    private readonly Dictionary<string, object> values =
        Enum.GetValues(type).Cast<object>().ToDictionary(v => KebabCase.Of(v.ToString()!), StringComparer.Ordinal);

    public override string Expected => $"one of {string.Join(", ", values.Keys)}";

    public override JsonNode Write(object value, bool brief) => JsonValue.Create(KebabCase.Of(value.ToString()!));

    public override JsonObject Schema() => new() { ["enum"] = new JsonArray([.. values.Keys.Select(v => JsonValue.Create(v))]) };

    protected override object? ReadGiven(Node node, Mistakes mistakes)
    {
        if (node is ScalarNode { IsText: true } scalar)
        {
            if (values.TryGetValue(scalar.Text, out var value))
            {
                return value;
            }

            mistakes.Add(node, Expected, node.Description, NearestName.Hint(scalar.Text, values.Keys));
        }

        return null;
    }
}
