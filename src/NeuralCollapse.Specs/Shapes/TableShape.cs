using System.Text.Json.Nodes;

namespace NeuralCollapse.Specs;

/// <summary>A map whose keys are names chosen by the user, all with values of one shape.</summary>
internal sealed class TableShape(Type valueType, Shape element) : Shape
{
    public Shape Element => element;

    public override string Expected => "a map of names to values";

    public override JsonNode Write(object value, bool brief)
    {
        var table = (System.Collections.IDictionary)value;
        var names = table.Keys.Cast<string>().Order(StringComparer.Ordinal);
        return new JsonObject(names.Select(name => KeyValuePair.Create(name, (JsonNode?)element.Write(table[name]!, brief))));
    }

    public override JsonObject Schema() => new()
    {
        ["type"] = "object",
        ["propertyNames"] = new JsonObject { ["pattern"] = KebabCase.Pattern },
        ["additionalProperties"] = element.Schema(),
    };

    protected override object? ReadGiven(Node node, Mistakes mistakes)
    {
        if (node is not MapNode map)
        {
            return null;
        }

        var type = typeof(Dictionary<,>).MakeGenericType(typeof(string), valueType);
        var table = (System.Collections.IDictionary)Activator.CreateInstance(type)!;
        foreach (var entry in DuplicateKeys.Removed(map, mistakes))
        {
            if (!KebabCase.Is(entry.Key.Text))
            {
                mistakes.Add(entry.Key, "a name in lower case with hyphens", entry.Key.Description);
            }
            else if (element.Read(entry.Value, mistakes) is { } value)
            {
                table[entry.Key.Text] = value;
            }
        }

        return table;
    }
}
