using System.Text.RegularExpressions;

namespace NeuralCollapse.Specs;

/// <summary>How keys and names are written in specs: learning-rate.</summary>
internal static partial class KebabCase
{
    /// <summary>LearningRate as learning-rate.</summary>
    public static string Of(string pascalCase) => Hump().Replace(pascalCase, "-$0").ToLowerInvariant();

    /// <summary>The regular expression of such names.</summary>
    public const string Pattern = "^[a-z0-9]+(-[a-z0-9]+)*$";

    public static bool Is(string text) => Name().IsMatch(text);

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex Hump();

    [GeneratedRegex(Pattern)]
    private static partial Regex Name();
}
