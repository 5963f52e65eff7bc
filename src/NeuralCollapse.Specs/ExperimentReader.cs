using NeuralCollapse.Measures;

namespace NeuralCollapse.Specs;

/// <summary>Reads an experiment from the text of its file, going on after an error as long as there is anything to check.</summary>
internal static class ExperimentReader
{
    private static readonly string[] HeaderKeys = [.. SchemaOf.Header.Paths()];
    private static readonly string[] MatrixKeys = ["matrix", "zip", "exclude", "include"];
    private static readonly string[] StatedKeys = [PredictionReader.PredictionsKey, PredictionReader.AnalysesKey];
    private static readonly string[] Keys = [.. HeaderKeys, .. CellKeys.Sections, .. MatrixKeys, .. StatedKeys];

    public static ExperimentSpec Read(string text, string fileName)
    {
        var errors = new Errors(fileName);
        if (YamlFile.Read(text, errors) is not { } file)
        {
            errors.ThrowIfAny();
            throw new InvalidOperationException("A file without a map must have been objected to.");
        }

        var root = Known(file, errors);
        var header = (ExperimentHeader?)SchemaOf.Header.Read(root.Only(HeaderKeys.Contains), errors);
        CheckFileName(root, fileName, errors);
        var matrix = new MatrixSpec(root, errors);
        var points = new PointReader(root.Only(CellKeys.Sections.Contains), errors).Read(matrix.Combinations());
        var stated = new PredictionReader(root, matrix.Axes, points, errors);
        var (predictions, analyses) = (stated.Predictions(), stated.Analyses());
        if (header is not null && (long)points.Count * header.Seeds.Count is > SpecBounds.Cells and var cells)
            errors.Add(root.Find("seeds")!, FormattableString.Invariant($"at most {SpecBounds.Cells} cells, points of the matrix times seeds"), FormattableString.Invariant($"{cells}"), "split the experiment");
        CheckVerified(root, [.. points.Select(p => p.Spec)], errors);
        errors.ThrowIfAny();
        return new ExperimentSpec(points)
        {
            Name = header!.Name,
            Title = header.Title,
            Claim = header.Claim,
            Seeds = header.Seeds,
            Verify = header.Verify,
            Stated = new(predictions, analyses),
        };
    }

    /// <summary>The entries with known keys, each once.</summary>
    private static MapNode Known(MapNode file, Errors errors)
    {
        foreach (var key in file.Entries.Select(e => e.Key).Where(k => !Keys.Contains(k.Text)))
            errors.Add(key, $"one of the keys {string.Join(", ", Keys)}", key.Text, NearestName.HintForKey(key.Text, Keys));

        var once = DuplicateKeys.Removed(file, errors);
        return new MapNode(file.Line, file.Column, file.Path, [.. once.Where(e => Keys.Contains(e.Key.Text))]);
    }

    private static void CheckFileName(MapNode root, string fileName, Errors errors)
    {
        var expected = Path.GetFileNameWithoutExtension(fileName);
        if (root.Find("name") is ScalarNode { IsText: true } name && name.Text != expected)
            errors.Add(name, $"the name of the file, {expected}", name.Description);
    }

    /// <summary>A tolerance for what no cell records would be ignored, and a result that changed would pass.</summary>
    private static void CheckVerified(MapNode root, IReadOnlyList<CellSpec> cells, Errors errors)
    {
        IReadOnlyList<string> recorded = cells.Count == 0 ? [.. MetricTable.All.Select(metric => metric.Name)] : [.. cells.SelectMany(RecordedMetrics.Of).Distinct()];
        foreach (var key in (root.Find("verify") as MapNode)?.Entries.Select(e => e.Key).Where(k => KebabCase.Is(k.Text) && !recorded.Contains(k.Text)) ?? [])
        {
            if (MetricTable.Find(key.Text) is not null)
                errors.Add(key, "a metric that a cell of this experiment records", key.Text, "remove it, or let a cell record it: data.validation, measure.mixed-pairs");
            else
                errors.Add(key, "the name of a metric", key.Text, NearestName.Hint(key.Text, recorded) is { Length: > 0 } near ? near : $"there are {string.Join(", ", recorded)}");
        }
    }
}
