using System.Text.RegularExpressions;

namespace NeuralCollapse.Specs;

/// <summary>A single value, typed by the rules of YAML's core schema: quoted is always text.</summary>
internal sealed partial class ScalarNode(int line, int column, string path, string text, bool quoted) : Node(line, column, path)
{
    public string Text { get; } = text;

    public bool IsNull => !quoted && Text is ("" or "~" or "null" or "Null" or "NULL");

    public bool IsNumber => !quoted && NumberText.IsNumber(Text);

    public bool IsQuotedNumber => quoted && NumberText.IsNumber(Text);

    /// <summary>Whether it is a number to every reader of YAML, but not the same one to all.</summary>
    public bool IsAmbiguousNumber => !quoted && NumberText.IsAmbiguous(Text);

    /// <summary>Whether, as a key, it would merge another map into its own.</summary>
    public bool IsMergeKey => !quoted && Text == "<<";

    public bool IsTruth => !quoted && Text is ("true" or "True" or "TRUE" or "false" or "False" or "FALSE");

    public bool IsText => quoted || !(IsNull || IsNumber || IsAmbiguousNumber || IsTruth || IsNotFinite);

    /// <summary>.nan and .inf: numbers to YAML, values of nothing in a spec.</summary>
    private bool IsNotFinite => NotFinite().IsMatch(Text);

    public override string Description => IsNull ? "nothing" : IsText ? $"the text \"{Text}\"" : Text;

    /// <summary>The number, or null where there is none.</summary>
    public double? AsNumber() => quoted ? null : NumberText.Read(Text);

    /// <summary>The whole number, or null where there is none.</summary>
    public int? AsWholeNumber() => quoted ? null : NumberText.ReadWhole(Text);

    public bool AsTruth() => Text is "true" or "True" or "TRUE";

    [GeneratedRegex(@"^([-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$")]
    private static partial Regex NotFinite();
}
