using System.Text.Json.Nodes;

namespace NeuralCollapse.Specs;

/// <summary>A list of at least one value; an item that is a range stands for several.</summary>
internal sealed class ListSchema(Type elementType, Schema element) : Schema
{
    public override string Expected => $"a list of one or more, each {element.Expected}";

    public override JsonNode Write(object value, bool brief) =>
        new JsonArray([.. ((System.Collections.IEnumerable)value).Cast<object>().Select(item => element.Write(item, brief))]);

    public override JsonObject JsonSchema() => new() { ["type"] = "array", ["minItems"] = 1, ["items"] = element.JsonSchema() };

    protected override object? ReadGiven(Node node, Errors errors)
    {
        if (node is not ListNode { Items.Count: > 0 } list)
            return null;

        var values = list.Items.Select(item => element.Read(item, errors)).ToList();
        if (values.Contains(null))
            return null;

        var all = new List<object>();
        var counts = new List<int>();
        foreach (var value in values)
        {
            var before = all.Count;
            all.AddRange(value is NumberRange range ? range.Numbers.Cast<object>() : [value!]);
            counts.Add(all.Count - before);
            if (all.Count <= SpecBounds.Values)
                continue;
            errors.Add(list, FormattableString.Invariant($"at most {SpecBounds.Values} values"), "more");
            return null;
        }

        list.ValuesOfItems = counts;
        var array = Array.CreateInstance(elementType, all.Count);
        ((System.Collections.IList)all).CopyTo(array, 0);
        return array;
    }
}

/// <summary>A map whose keys are names chosen by the user, all with values of one schema.</summary>
internal sealed class TableSchema(Type valueType, Schema element) : Schema
{
    public Schema Element => element;

    public override string Expected => "a map of names to values";

    public override JsonNode Write(object value, bool brief)
    {
        var table = (System.Collections.IDictionary)value;
        var names = table.Keys.Cast<string>().Order(StringComparer.Ordinal);
        return new JsonObject(names.Select(name => KeyValuePair.Create(name, (JsonNode?)element.Write(table[name]!, brief))));
    }

    public override JsonObject JsonSchema() => new()
    {
        ["type"] = "object",
        ["propertyNames"] = new JsonObject { ["pattern"] = KebabCase.Pattern },
        ["additionalProperties"] = element.JsonSchema(),
    };

    protected override object? ReadGiven(Node node, Errors errors)
    {
        if (node is not MapNode map)
            return null;

        var type = typeof(Dictionary<,>).MakeGenericType(typeof(string), valueType);
        var table = (System.Collections.IDictionary)Activator.CreateInstance(type)!;
        foreach (var entry in DuplicateKeys.Removed(map, errors))
        {
            if (!KebabCase.Is(entry.Key.Text))
                errors.Add(entry.Key, "a name in lower case with hyphens", entry.Key.Description);
            else if (element.Read(entry.Value, errors) is { } value)
                table[entry.Key.Text] = value;
        }

        return table;
    }
}
