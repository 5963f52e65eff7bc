using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace NeuralCollapse.Specs;

/// <summary>
/// A section in one word, for the command line: its kind and, after hyphens, numbers for its required keys in the order of their
/// declaration, such as <c>resnet-18</c>, <c>wide-resnet-16-2</c> or <c>focal-3</c>; or a name that is published. Numbers that it leaves
/// out are the usual ones.
/// </summary>
internal static partial class ShortName
{
    /// <summary>The names that stand for a kind with usual numbers, or are published: what can be offered.</summary>
    public static IEnumerable<string> Offered(RecordSchema kind) => Published(kind).Select(p => p.Name).Prepend(kind.Kind);

    /// <summary>How names of a kind are made: <c>wide-resnet-DEPTH-WIDTH</c>.</summary>
    public static string Form(RecordSchema kind) => string.Join('-', Numbered(kind).Select(key => key.Name.ToUpperInvariant()).Prepend(kind.Kind));

    /// <summary>The section that a name stands for; null where it names none of the kinds.</summary>
    /// <param name="name">As typed.</param>
    /// <param name="kinds">Those it may name.</param>
    /// <param name="path">Path of the section.</param>
    /// <param name="option">The option as typed, for messages about its numbers.</param>
    public static MapNode? Read(string name, IEnumerable<RecordSchema> kinds, string path, string option)
    {
        foreach (var kind in kinds)
        {
            if (NumbersIn(name, kind) is { } numbers && numbers.Count <= Capacity(kind))
                return Section(kind, numbers, path, option);
        }

        return null;
    }

    /// <summary>Which name was meant, whatever its numbers; empty when none is near.</summary>
    public static string Hint(string got, IReadOnlyList<RecordSchema> kinds)
    {
        var word = Numbers().Replace(got, "");
        return NearestName.Hint(got, kinds.SelectMany(Offered)) is { Length: > 0 } near
            ? near
            : NearestName.Hint(word, kinds.Select(kind => kind.Kind)).Replace("?", $"{got[word.Length..]}?", StringComparison.Ordinal);
    }

    /// <summary>The required keys of a kind whose values its names have.</summary>
    private static IReadOnlyList<KeySchema> Numbered(RecordSchema kind) =>
        [.. kind.Keys.Where(key => key.Required && key.Schema is WholeNumberSchema or NumberSchema or ListSchema)];

    private static int Capacity(RecordSchema kind) => Numbered(kind) is [.., { Schema: ListSchema }] ? int.MaxValue : Numbered(kind).Count;

    private static IEnumerable<PublishedAttribute> Published(RecordSchema kind) => kind.Type.GetCustomAttributes<PublishedAttribute>();

    private static IReadOnlyList<string>? NumbersIn(string name, RecordSchema kind)
    {
        if (Published(kind).FirstOrDefault(p => p.Name == name) is { } published)
            return [.. published.Numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))];
        if (name == kind.Kind)
            return [];
        return name.StartsWith($"{kind.Kind}-", StringComparison.Ordinal) && name[(kind.Kind.Length + 1)..].Split('-') is var numbers && numbers.All(NumberText.IsNumber)
            ? numbers
            : null;
    }

    private static MapNode Section(RecordSchema kind, IReadOnlyList<string> numbers, string path, string option)
    {
        ScalarNode Scalar(string text, string at) => new(0, 0, at, text, quoted: false);
        var entries = new List<Entry> { new(Scalar(KindsSchema.Key, path), Scalar(kind.Kind, option)) };
        foreach (var (index, key) in Numbered(kind).Index().Take(numbers.Count))
        {
            var at = $"{option}: {key.Name}";
            Node value = key.Schema is ListSchema
                ? new ListNode(0, 0, at, [.. numbers.Skip(index).Select(number => Scalar(number, at))])
                : Scalar(numbers[index], at);
            entries.Add(new(Scalar(key.Name, at), value));
        }

        return new(0, 0, path, entries);
    }

    [GeneratedRegex(@"(-[0-9.]+)+\z")]
    private static partial Regex Numbers();
}
