using System.Globalization;
using System.Text.Json.Nodes;

namespace NeuralCollapse.Specs;

/// <summary>A whole number in a range, or one of a few.</summary>
internal sealed class WholeNumberShape(int least, int most, IReadOnlyList<int> allowed) : Shape
{
    public override string Expected => allowed.Count > 0
        ? string.Join(" or ", allowed.Select(v => v.ToString(CultureInfo.InvariantCulture)))
        : FormattableString.Invariant($"a whole number from {least} to {most}");

    public override JsonNode Write(object value, bool brief) => JsonValue.Create((int)value);

    public override JsonObject Schema() => allowed.Count > 0
        ? new() { ["enum"] = new JsonArray([.. allowed.Select(v => JsonValue.Create(v))]) }
        : new() { ["type"] = "integer", ["minimum"] = least, ["maximum"] = most };

    protected override object? ReadGiven(Node node, Mistakes mistakes) =>
        (node as ScalarNode)?.AsWholeNumber() is { } value && (allowed.Count > 0 ? allowed.Contains(value) : value >= least && value <= most)
            ? value
            : null;
}
