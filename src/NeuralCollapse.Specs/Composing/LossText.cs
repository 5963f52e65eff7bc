using System.Text.Json.Nodes;

namespace NeuralCollapse.Specs;

/// <summary>A loss alone, outside a spec.</summary>
public static class LossText
{
    /// <summary>How losses are named in one word.</summary>
    public static string Forms => NewOptions.Forms("loss");

    /// <summary>Reads a loss as a spec has it, <c>{ kind: focal, gamma: 3 }</c>, or in one word, <c>focal-3</c>.</summary>
    /// <param name="text">The loss.</param>
    /// <param name="option">Where it stands, for messages.</param>
    /// <exception cref="UserErrorException">With all errors in it.</exception>
    public static LossSpec Read(string text, string option)
    {
        var errors = new Errors("");
        var kinds = NewOptions.Kinds("loss");
        var node = text.TrimStart().StartsWith('{') ? YamlFile.ReadValue(text, option, errors) : ShortName.Read(text, kinds, option, $"{option}={text}");
        if (node is null)
            errors.Add(new ScalarNode(0, 0, option, text, quoted: false), $"a loss as in a spec, {{ kind: focal, gamma: 3 }}, or one of {Forms}", text, ShortName.Hint(text, kinds));
        var loss = node is null ? null : SchemaOf.Network.At(["loss"]).Single().Read(node, errors) as LossSpec;
        return errors.Texts.Count == 0 ? loss! : throw new UserErrorException(string.Join('\n', errors.Texts));
    }

    /// <summary>A loss with what is at its default written out.</summary>
    public static JsonNode Json(LossSpec loss) => SchemaOf.Network.At(["loss"]).Single().Write(loss, brief: false);
}
