using System.Text.Json.Nodes;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>Which recorded cells each figure is drawn from, and which experiment each table is of, as JSON.</summary>
internal static class ReportIndex
{
    public static string Of(ReportModel model)
    {
        var figures = new JsonArray();
        if (model.Effects is { } effects)
            figures.Add(Figure(effects, null));
        var tables = new JsonArray();
        foreach (var experiment in model.Experiments)
        {
            foreach (var figure in experiment.Figures)
                figures.Add(Figure(figure, experiment.Name));
            foreach (var table in experiment.MainTables.Append(experiment.Settings).Concat(experiment.AllMetrics).OrderBy(table => table.Number))
                tables.Add(new JsonObject { ["number"] = table.Number, ["title"] = table.Title, ["experiment"] = experiment.Name });
        }

        return Json.Write(new JsonObject { ["figures"] = figures, ["tables"] = tables });
    }

    private static JsonObject Figure(Numbered<Figure> figure, string? experiment) => new()
    {
        ["number"] = figure.Number,
        ["title"] = figure.Content.Title,
        ["file"] = experiment is null ? null : $"{experiment}/figures/{figure.Content.Name}.svg",
        ["cells"] = new JsonArray([.. figure.Content.Cells.Select(cell => JsonValue.Create(cell))]),
    };
}
