using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NeuralCollapse.Specs;

/// <summary>
/// What declarations say of themselves: the summaries of their doc comments, which the compiler leaves beside the assembly, as Markdown.
/// </summary>
internal static partial class Meanings
{
    private static readonly Dictionary<string, XElement> Summaries = XDocument
        .Load(Path.ChangeExtension(typeof(Meanings).Assembly.Location, ".xml")).Descendants("member")
        .Where(member => member.Element("summary") is not null)
        .ToDictionary(member => member.Attribute("name")!.Value, member => member.Element("summary")!);

    /// <summary>The meaning of a type, a property or a value of an enumeration, without what is said of a default; empty where there is none.</summary>
    public static string Of(MemberInfo member) => Default().Replace(Summary(member), "").TrimEnd('.');

    /// <summary>What is said of the default of a property; empty where nothing is.</summary>
    public static string DefaultOf(PropertyInfo property) => Default().Match(Summary(property)).Groups[1].Value;

    private static string Summary(MemberInfo member) => Summaries.TryGetValue(Id(member), out var summary)
        ? Space().Replace(string.Concat(summary.Nodes().Select(Markdown)), " ").Trim()
        : "";

    private static string Id(MemberInfo member) => member switch
    {
        Type type => $"T:{type.FullName}",
        PropertyInfo => $"P:{member.DeclaringType!.FullName}.{member.Name}",
        _ => $"F:{member.DeclaringType!.FullName}.{member.Name}",
    };

    private static string Markdown(XNode node) => node switch
    {
        XText text => text.Value.Replace("|", "\\|", StringComparison.Ordinal),
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "see" } reference => $"`{Named(reference.Attribute("cref")!.Value)}`",
        _ => throw new NotSupportedException($"The documents have no form for {node}."),
    };

    /// <summary>The name that a spec has for a type or a member.</summary>
    private static string Named(string id) => id.StartsWith("T:", StringComparison.Ordinal)
        ? typeof(Meanings).Assembly.GetType(id[2..])!.GetCustomAttribute<KindAttribute>()!.Name
        : KebabCase.Of(id.Split('.')[^1]);

    [GeneratedRegex(@"\s*Default: (.*?)\.?\z", RegexOptions.Singleline)]
    private static partial Regex Default();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
