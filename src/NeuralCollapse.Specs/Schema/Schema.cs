using System.Text.Json.Nodes;

namespace NeuralCollapse.Specs;

/// <summary>
/// What a value of a spec may be. One description, found by reflection on the records, reads YAML, writes canonical JSON and
/// generates the editor's schema, so that the three cannot disagree.
/// </summary>
internal abstract class Schema
{
    /// <summary>For the "expected" of a message: "a whole number from 1 to 100000".</summary>
    public abstract string Expected { get; }

    /// <summary>The value of a node, or null when it is not of this schema: then an error says why.</summary>
    public object? Read(Node node, Errors errors)
    {
        if (node is BrokenNode)
        {
            errors.Again();
            return null;
        }

        var before = errors.Count;
        var value = node is ScalarNode { IsNull: true } ? null : ReadGiven(node, errors);
        if (value is null && errors.Count == before)
            errors.Add(node, Expected, node.Description, Remedy(node));

        return value;
    }

    /// <summary>The value as JSON, keys sorted.</summary>
    /// <param name="value">What was read.</param>
    /// <param name="brief">Whether keys at their default are left out.</param>
    public abstract JsonNode Write(object value, bool brief);

    /// <summary>The JSON schema of the value.</summary>
    public abstract JsonObject JsonSchema();

    /// <summary>The schemas that a path of keys may lead to: several where it depends on a kind, none where there is no such key.</summary>
    public virtual IEnumerable<Schema> At(ReadOnlySpan<string> keys) => keys.IsEmpty ? [this] : [];

    /// <summary>Every dotted path of keys below this schema.</summary>
    public virtual IEnumerable<string> Paths() => [];

    /// <summary>The value of a node that is there; null alone means: not the expected one, nothing more to say.</summary>
    protected abstract object? ReadGiven(Node node, Errors errors);

    private static string Remedy(Node node) => node switch
    {
        ScalarNode { IsQuotedNumber: true } => "remove the quotes",
        ScalarNode { IsAmbiguousNumber: true } => "write it without the zero before it, which some readers take for octal, or as text in quotes",
        _ => "",
    };
}
