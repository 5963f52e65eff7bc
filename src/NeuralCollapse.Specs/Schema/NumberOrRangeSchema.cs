using System.Text.Json.Nodes;

namespace NeuralCollapse.Specs;

/// <summary>An item of a list of whole numbers: one of them or a range, which is of powers where it names their base.</summary>
internal sealed class NumberOrRangeSchema(WholeNumberSchema number) : Schema
{
    private static readonly RecordSchema Steps = SchemaOf.Record(typeof(Steps)), Powers = SchemaOf.Record(typeof(Powers));
    private static readonly string Mark = KebabCase.Of(nameof(Specs.Powers.PowersOf));

    public override string Expected => $"{number.Expected} or a range such as {{ from: 0, to: 500, every: 10 }}";

    /// <summary>Ranges are not written: what they stand for is.</summary>
    public override JsonNode Write(object value, bool brief) => number.Write(value, brief);

    public override JsonObject JsonSchema() => new() { ["anyOf"] = new JsonArray(number.JsonSchema(), Steps.JsonSchema(), Powers.JsonSchema()) };

    protected override object? ReadGiven(Node node, Errors errors) => node is MapNode map ? Read(map, errors) : number.Read(node, errors);

    private static object? Read(MapNode range, Errors errors) => (range.Find(Mark) is null ? Steps : Powers).Read(range, errors);
}
