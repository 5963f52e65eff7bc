using System.Globalization;
using System.Text.Json.Nodes;

namespace NeuralCollapse.Specs;

/// <summary>True or false.</summary>
internal sealed class FlagSchema : Schema
{
    public override string Expected => "true or false";

    public override JsonNode Write(object value, bool brief) => JsonValue.Create((bool)value);

    public override JsonObject JsonSchema() => new() { ["type"] = "boolean" };

    protected override object? ReadGiven(Node node, Errors errors) => node is ScalarNode { IsTruth: true } scalar ? scalar.AsTruth() : null;
}

/// <summary>Text that says something.</summary>
internal sealed class TextSchema(int longest) : Schema
{
    public override string Expected => "text";

    public override JsonNode Write(object value, bool brief) => JsonValue.Create((string)value);

    public override JsonObject JsonSchema() => new() { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = longest };

    protected override object? ReadGiven(Node node, Errors errors)
    {
        if (node is not ScalarNode { IsText: true } scalar || string.IsNullOrWhiteSpace(scalar.Text))
            return null;
        if (scalar.Text.Length > longest)
            errors.Add(node, FormattableString.Invariant($"at most {longest} characters"), FormattableString.Invariant($"{scalar.Text.Length}"));
        return scalar.Text;
    }
}

/// <summary>A whole number in a range, or one of a few.</summary>
internal sealed class WholeNumberSchema(int least, int most, IReadOnlyList<int> allowed) : Schema
{
    public override string Expected => allowed.Count > 0
        ? string.Join(" or ", allowed.Select(v => v.ToString(CultureInfo.InvariantCulture)))
        : FormattableString.Invariant($"a whole number from {least} to {most}");

    public override JsonNode Write(object value, bool brief) => JsonValue.Create((int)value);

    public override JsonObject JsonSchema() => allowed.Count > 0
        ? new() { ["enum"] = new JsonArray([.. allowed.Select(v => JsonValue.Create(v))]) }
        : new() { ["type"] = "integer", ["minimum"] = least, ["maximum"] = most };

    protected override object? ReadGiven(Node node, Errors errors) =>
        (node as ScalarNode)?.AsWholeNumber() is { } value && (allowed.Count > 0 ? allowed.Contains(value) : value >= least && value <= most)
            ? value
            : null;
}

/// <summary>A finite number in a range.</summary>
internal sealed class NumberSchema(double least, double most) : Schema
{
    public override string Expected => $"a number from {NumberText.Of(least)} to {NumberText.Of(most)}";

    // Adding zero turns -0 into 0: they are one setting and must have one canonical form.
    public override JsonNode Write(object value, bool brief) => JsonValue.Create((double)value + 0.0);

    public override JsonObject JsonSchema() => new() { ["type"] = "number", ["minimum"] = least, ["maximum"] = most };

    protected override object? ReadGiven(Node node, Errors errors) =>
        (node as ScalarNode)?.AsNumber() is { } value && value >= least && value <= most ? value : null;
}

/// <summary>One of the names of an enumeration; never its number.</summary>
internal sealed class ChoiceSchema(Type type) : Schema
{
    private readonly Dictionary<string, object> values =
        Enum.GetValues(type).Cast<object>().ToDictionary(v => KebabCase.Of(v.ToString()!), StringComparer.Ordinal);

    public override string Expected => $"one of {string.Join(", ", values.Keys)}";

    public override JsonNode Write(object value, bool brief) => JsonValue.Create(KebabCase.Of(value.ToString()!));

    public override JsonObject JsonSchema() => new() { ["enum"] = new JsonArray([.. values.Keys.Select(v => JsonValue.Create(v))]) };

    protected override object? ReadGiven(Node node, Errors errors)
    {
        if (node is ScalarNode { IsText: true } scalar)
        {
            if (values.TryGetValue(scalar.Text, out var value))
                return value;

            errors.Add(node, Expected, node.Description, NearestName.Hint(scalar.Text, values.Keys));
        }

        return null;
    }
}
