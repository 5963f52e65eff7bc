using System.Text.Json.Nodes;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Reports;

/// <summary>
/// Where the report's argument comes from, as JSON: the cells of each figure and, of each printed number of its text, tables and figures, the
/// statistic, and the cells, files, columns and rows that it was computed from.
/// </summary>
internal sealed class ReportIndex
{
    private readonly JsonArray figures = [], tables = [], numbers = [], series = [], families = [], analyses = [];
    private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);

    private ReportIndex(ReportModel model)
    {
        AddAll("answer", model.Answer.SelectMany(sentence => sentence.Numbers));
        foreach (var figure in model.Figures)
        {
            figures.Add(new JsonObject
            {
                ["number"] = figure.Number,
                ["title"] = figure.Content.Title,
                ["file"] = $"figures/{figure.Content.Name}.svg",
                ["cells"] = Texts(figure.Content.Cells),
            });
            AddAll($"figure {Numbers.Format(figure.Number)}", figure.Content.Numbers);
        }

        foreach (var section in model.Sections)
        {
            foreach (var text in section.Blocks.OfType<Block.Passage>())
                AddAll(section.Title, text.Sentence.Numbers);
        }

        foreach (var table in model.Tables)
        {
            tables.Add(new JsonObject { ["number"] = table.Number, ["title"] = table.Title });
            foreach (var (row, i) in table.Rows.Select((row, i) => (row, i)))
            {
                foreach (var (entry, column) in row.Zip(table.Columns))
                    AddAll($"table {Numbers.Format(table.Number)}, row {Numbers.Format(i + 1)}, {column.Title}", entry.Numbers);
            }
        }
    }

    public static string Of(ReportModel model)
    {
        var index = new ReportIndex(model);
        return Json.Write(new JsonObject
        {
            ["figures"] = index.figures,
            ["tables"] = index.tables,
            ["numbers"] = index.numbers,
            ["series"] = index.series,
            ["predictions"] = index.families,
            ["analyses"] = index.analyses,
        });
    }

    private void AddAll(string where, IEnumerable<Printed> printed)
    {
        foreach (var number in printed)
        {
            var entry = new JsonObject { ["at"] = where, ["text"] = number.Text, ["statistic"] = number.Source.Statistic };
            switch (number.Source)
            {
                case StatisticOf { Series: var of }:
                    entry["series"] = new JsonArray([.. of.Select(one => JsonValue.Create(Index(series, Of(one))))]);
                    break;
                case EffectOf { Analysis: var analysis, Effect: var effect }:
                    entry["analysis"] = Index(analyses, Of(analysis));
                    entry["effect"] = Texts(effect.Factors);
                    break;
                case OutcomesOf { Predictions: var predictions }:
                    entry["predictions"] = new JsonArray([.. predictions.Select(of => new JsonObject
                    {
                        ["family"] = Index(families, new JsonArray([.. of.Family.Select(Of)])),
                        ["points"] = new JsonArray([.. of.Points.Select(point => JsonValue.Create(of.Family.TakeWhile(other => !ReferenceEquals(other, point)).Count()))]),
                    })]);
                    break;
                case CellsOf { Experiment: var experiment, Cells: var cells }:
                    entry["experiment"] = experiment;
                    entry["cells"] = Texts(cells);
                    break;
            }

            numbers.Add(entry);
        }
    }

    /// <summary>Where something is in an array; it is added where it is not there yet.</summary>
    private int Index(JsonArray array, JsonNode node)
    {
        var key = $"{families.Equals(array)}{analyses.Equals(array)}{node.ToJsonString()}";
        if (!known.TryGetValue(key, out var index))
        {
            known[key] = index = array.Count;
            array.Add(node);
        }

        return index;
    }

    private static JsonObject Of(Series one)
    {
        var json = new JsonObject { ["experiment"] = one.Experiment, ["file"] = one.File, ["column"] = one.Column };
        Add("epoch", one.Epoch is { } epoch ? JsonValue.Create(epoch) : null);
        Add("lambda", one.Lambda is { } lambda ? JsonValue.Create(lambda) : null);
        Add("compare", one.Compare is { } compare ? JsonValue.Create(compare == Contrast.Ratio ? "ratio" : "difference") : null);
        Add("against-epoch", one.AgainstEpoch is { } against ? JsonValue.Create(against) : null);
        Add("factor", one.Factor == 1 ? null : JsonValue.Create(one.Factor));
        json["of"] = new JsonArray([.. one.Seeds.Select(seed => Texts(seed.Of))]);
        Add("against", one.Seeds.All(seed => seed.Against.Count == 0) ? null : new JsonArray([.. one.Seeds.Select(seed => Texts(seed.Against))]));
        return json;

        void Add(string name, JsonNode? value)
        {
            if (value is not null)
                json[name] = value;
        }
    }

    private JsonObject Of(JudgedPrediction judged) => new()
    {
        ["name"] = judged.Prediction.Name,
        ["series"] = judged.Series is { } found ? Index(series, Of(found)) : null,
        ["at-least"] = judged.Prediction.AtLeast,
        ["at-most"] = judged.Prediction.AtMost,
        ["margin"] = judged.Prediction.Margin,
        ["seeds"] = judged.Prediction.Seeds,
        ["recorded"] = judged.Recorded,
        ["testable"] = new JsonArray([.. judged.Prediction.Testable.Zip(judged.Conditions, (condition, of) => new JsonObject
        {
            ["series"] = Index(series, Of(of)),
            ["at-least"] = condition.AtLeast,
            ["at-most"] = condition.AtMost,
        })]),
    };

    private static JsonObject Of(Factorial factorial) => new()
    {
        ["experiment"] = factorial.Experiment,
        ["column"] = factorial.Metric,
        ["logarithm"] = factorial.IsLogarithmic,
        ["factors"] = Texts([.. factorial.Variance.Effects.Where(effect => effect.Factors.Count == 1).Select(effect => effect.Factors[0])]),
        ["cells"] = new JsonArray([.. factorial.Cells.Select(cell => new JsonObject { ["cell"] = cell.Cell, ["seed"] = cell.Seed, ["levels"] = Texts(cell.Levels) })]),
    };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
