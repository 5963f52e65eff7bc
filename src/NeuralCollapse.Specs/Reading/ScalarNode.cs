using System.Text.RegularExpressions;

namespace NeuralCollapse.Specs;

/// <summary>A single value, typed by the rules of YAML's core schema: quoted is always text.</summary>
internal sealed partial class ScalarNode(int line, int column, string path, string text, bool quoted) : Node(line, column, path)
{
    public string Text { get; } = text;

    public bool IsNull => !quoted && Text is ("" or "~" or "null" or "Null" or "NULL");

    public bool IsWholeNumber => !quoted && WholeNumber().IsMatch(Text);

    public bool IsNumber => !quoted && Number().IsMatch(Text);

    public bool IsQuotedNumber => quoted && Number().IsMatch(Text);

    public bool IsTruth => !quoted && Text is ("true" or "True" or "TRUE" or "false" or "False" or "FALSE");

    public bool IsText => quoted || !(IsNull || IsNumber || IsTruth || IsNotFinite);

    /// <summary>.nan and .inf: numbers to YAML, values of nothing in a spec.</summary>
    private bool IsNotFinite => NotFinite().IsMatch(Text);

    public override string Description => IsNull ? "nothing" : IsText ? $"the text \"{Text}\"" : Text;

    public double AsNumber() => double.Parse(Text, System.Globalization.CultureInfo.InvariantCulture);

    public bool AsTruth() => Text is "true" or "True" or "TRUE";

    [GeneratedRegex("^[-+]?[0-9]+$")]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")]
    private static partial Regex Number();

    [GeneratedRegex(@"^([-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$")]
    private static partial Regex NotFinite();
}
