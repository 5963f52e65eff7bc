using System.Text.Json.Nodes;

namespace NeuralCollapse.Specs;

/// <summary>The JSON schema of a record.</summary>
internal static class RecordSchema
{
    public static JsonObject Of(Type type, string kind, IReadOnlyList<KeyShape> keys)
    {
        var defaults = Activator.CreateInstance(type)!;
        var properties = new JsonObject();
        var required = keys.Where(k => k.Required).Select(k => k.Name);
        if (kind.Length > 0)
        {
            properties[KindsShape.Key] = new JsonObject { ["const"] = kind };
            required = required.Prepend(KindsShape.Key);
        }

        foreach (var key in keys)
        {
            var schema = key.Shape.Schema();
            if (!key.Required)
            {
                schema["default"] = key.Shape.Write(key.Property.GetValue(defaults)!, brief: false);
            }

            properties[key.Name] = schema;
        }

        return new()
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. required.Select(r => JsonValue.Create(r))]),
            ["additionalProperties"] = false,
        };
    }
}
