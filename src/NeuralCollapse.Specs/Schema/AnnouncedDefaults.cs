using System.Text.Json.Nodes;

namespace NeuralCollapse.Specs;

/// <summary>The defaults a cell relies on that its plan tells: those of keys with <see cref="AnnouncedAttribute"/>.</summary>
internal static class AnnouncedDefaults
{
    /// <summary>Each as a dotted key and its value, such as <c>training.schedule cosine</c>; none that the spec states.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="stated">What the spec says of it, by sections.</param>
    public static IReadOnlyList<string> Of(CellSpec cell, MapNode stated) =>
    [
        .. from section in cell.GetType().GetProperties()
           from key in section.PropertyType.GetProperties()
           where key.IsDefined(typeof(AnnouncedAttribute), inherit: false)
           let path = (string[])[KebabCase.Of(section.Name), KebabCase.Of(key.Name)]
           where stated.Find(path) is null
           let value = SchemaOf.Cell.At(path).First().Write(key.GetValue(section.GetValue(cell))!, brief: true)
           select $"{string.Join('.', path)} {Label(value)}",
    ];

    /// <summary>A value as labels of cells have it: sgd(learning-rate=0.1,momentum=0.9).</summary>
    private static string Label(JsonNode? value) => value switch
    {
        JsonObject map => Label(map),
        JsonArray list => $"[{string.Join(", ", list.Select(Label))}]",
        _ => $"{value}",
    };

    private static string Label(JsonObject map)
    {
        var keys = map.Where(entry => entry.Key != KindsSchema.Key).Select(entry => $"{entry.Key}={Label(entry.Value)}").ToList();
        return $"{map[KindsSchema.Key]}{(keys.Count == 0 ? "" : $"({string.Join(',', keys)})")}";
    }
}
