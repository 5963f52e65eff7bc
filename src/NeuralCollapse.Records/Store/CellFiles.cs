namespace NeuralCollapse.Records;

/// <summary>The files of a cell's directory.</summary>
internal static class CellFiles
{
    private const string Cell = "cell.json";
    private const string Metrics = "metrics.csv";
    private const string Summary = "summary.json";
    private const string Reliability = "reliability.csv";
    private const string Lambda = "lambda.csv";
    private const string Environment = "environment.json";

    /// <summary>Paths inside the directory with their texts.</summary>
    public static IEnumerable<(string Path, string Text)> Of(CellRecord record)
    {
        yield return (Cell, CellFile.Write(record));
        yield return (Metrics, MetricsFile.Write(record));
        yield return (Summary, CellSummaryFile.Write(record));
        yield return (Reliability, ReliabilityFile.Write(record));
        if (record.Lambdas.Count > 0)
            yield return (Lambda, LambdaFile.Write(record));
        foreach (var projection in record.Projections)
            yield return (Path.Combine(ProjectionFile.Directory, ProjectionFile.Name(projection.Epoch)), ProjectionFile.Write(projection));
        yield return (Environment, EnvironmentFile.Write(record));
    }

    public static CellRecord Read(string directory)
    {
        var id = Path.GetFileName(directory);
        var (label, numerics, final) = CellSummaryFile.Read(In(directory, Summary), id);
        return new()
        {
            Id = id,
            Label = label,
            CanonicalJson = ReadCanonicalJson(directory),
            Numerics = numerics,
            Epochs = MetricsFile.Read(In(directory, Metrics)),
            Final = final,
            Reliability = ReliabilityFile.Read(In(directory, Reliability)),
            Projections = ReadProjections(directory),
            Lambdas = File.Exists(Path.Combine(directory, Lambda)) ? LambdaFile.Read(In(directory, Lambda)) : [],
            Environment = EnvironmentFile.Read(In(directory, Environment)),
        };
    }

    public static string ReadCanonicalJson(string directory) => CellFile.Read(In(directory, Cell), Path.GetFileName(directory));

    private static IReadOnlyList<Projection> ReadProjections(string directory)
    {
        var projections = Path.Combine(directory, ProjectionFile.Directory);
        return Directory.Exists(projections)
            ? [.. Directory.GetFiles(projections).Select(f => ProjectionFile.Read(new(f, Remedy(directory)))).OrderBy(p => p.Epoch)]
            : [];
    }

    private static ResultFile In(string directory, string name) => new(Path.Combine(directory, name), Remedy(directory));

    private static string Remedy(string directory) =>
        $"Restore it from version control, or delete the directory {directory.Replace('\\', '/')} and reproduce the experiment: " +
        "only this cell is trained again.";
}
