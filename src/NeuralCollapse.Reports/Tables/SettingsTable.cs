using System.Text.Json;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>What was trained: every part of the cells' specs.</summary>
internal static class SettingsTable
{
    public static Table Of(ExperimentSummary summary, int number) => new()
    {
        Number = number,
        Title = $"What the cells of {summary.Plan.Experiment} were trained with.",
        Explanation = "Settings that are not shown have their default values. Parts with several values vary between cells.",
        Columns = [new("Part", 1, false), new("Value", 6, false)],
        Rows = [.. Settings.Of(summary).Select(s => (IReadOnlyList<TableEntry>)[new(s.Part), new(string.Join("; ", s.Values))])],
    };
}

/// <summary>What the cells of an experiment have in common and in what they differ, from their canonical JSON.</summary>
internal static class Settings
{
    private const string Kind = "kind", Measured = "measured", Metrics = "metrics";

    /// <summary>Stands for a part that the cell does not write, since it is at its default.</summary>
    private const string Default = "default";

    /// <summary>Every part of the cells' specs with its value, or its different values in plan order.</summary>
    public static IReadOnlyList<(string Part, IReadOnlyList<string> Values)> Of(ExperimentSummary summary)
    {
        var specs = summary.Cells.Select(c => Parts(c.CanonicalJson)).ToList();
        var names = specs.SelectMany(s => s.Keys).Distinct().Order(StringComparer.Ordinal);
        return [.. names.Select(name => (name, (IReadOnlyList<string>)[.. specs.Select(s => s.GetValueOrDefault(name, Default)).Distinct()]))];
    }

    private static Dictionary<string, string> Parts(string canonicalJson)
    {
        using var document = JsonDocument.Parse(canonicalJson);
        return document.RootElement.EnumerateObject()
            .SelectMany(part => part.Value.EnumerateObject().Where(p => p.Name != Metrics).Select(p => (Name: part.Name == Measured ? $"measure.{p.Name}" : p.Name, p.Value)))
            .ToDictionary(p => p.Name, p => Text(p.Value), StringComparer.Ordinal);
    }

    /// <summary>Such as sgd(learning-rate=0.1, momentum=0.9).</summary>
    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => OfObject(value),
        JsonValueKind.Array => $"[{string.Join(", ", value.EnumerateArray().Select(Text))}]",
        _ => value.ToString(),
    };

    private static string OfObject(JsonElement value)
    {
        var others = string.Join(", ", value.EnumerateObject().Where(p => p.Name != Kind).Select(p => $"{p.Name}={Text(p.Value)}"));
        return (value.TryGetProperty(Kind, out var kind), others.Length) switch
        {
            (true, 0) => kind.GetString()!,
            (true, _) => $"{kind.GetString()}({others})",
            _ => others,
        };
    }
}
