namespace NeuralCollapse.Specs;

/// <summary>A value of an axis in a few words: what the spec says there and no defaults, such as <c>focal(gamma=3)</c>.</summary>
internal static class ValueLabel
{
    public static string Of(Node node) => node switch
    {
        ScalarNode scalar => scalar.Text,
        ListNode list => $"[{string.Join(',', list.Items.Select(Of))}]",
        MapNode map => OfMap(map),
        _ => "?",
    };

    private static string OfMap(MapNode map)
    {
        var kind = map.Find(KindsShape.Key) is { } value ? Of(value) : "";
        var others = map.Entries.Where(e => e.Key.Text != KindsShape.Key).Select(e => $"{e.Key.Text}={Of(e.Value)}").ToList();
        return others.Count == 0 ? kind : $"{kind}({string.Join(',', others)})";
    }
}
