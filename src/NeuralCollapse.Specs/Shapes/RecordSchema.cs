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
            // An empty list stands for a default that follows from other values.
            if (!key.Required && key.Shape.Write(key.Property.GetValue(defaults)!, brief: false) is var preset and not JsonArray { Count: 0 })
            {
                schema["default"] = preset;
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
