using System.Text.Json.Nodes;

namespace NeuralCollapse.Specs;

/// <summary>A list of at least one value.</summary>
internal sealed class ListShape(Type elementType, Shape element) : Shape
{
    public override string Expected => $"a list of one or more, each {element.Expected}";

    public override JsonNode Write(object value, bool brief) =>
        new JsonArray([.. ((System.Collections.IEnumerable)value).Cast<object>().Select(item => element.Write(item, brief))]);

    public override JsonObject Schema() => new() { ["type"] = "array", ["minItems"] = 1, ["items"] = element.Schema() };

    protected override object? ReadGiven(Node node, Mistakes mistakes)
    {
        if (node is not ListNode { Items.Count: > 0 } list)
        {
            return null;
        }

        var values = list.Items.Select(item => element.Read(item, mistakes)).ToList();
        if (values.Contains(null))
        {
            return null;
        }

        var array = Array.CreateInstance(elementType, values.Count);
        ((System.Collections.IList)values).CopyTo(array, 0);
        return array;
    }
}
