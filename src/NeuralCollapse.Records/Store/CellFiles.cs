using System.Text;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Records;

/// <summary>The files of a cell's directory.</summary>
internal static class CellFiles
{
    private const string Cell = "cell.json";
    private const string Metrics = "metrics.csv";
    private const string Summary = "summary.json";
    private const string Reliability = "reliability.csv";
    private const string Lambda = "lambda.csv";
    private const string Layers = "layers.csv";
    private const string Curve = "curve.csv";
    private const string Environment = "environment.json";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Paths inside the directory with their texts.</summary>
    private static IEnumerable<(string Path, string Text)> Of(CellRecord record)
    {
        yield return (Cell, CellFile.Write(record));
        yield return (Metrics, MetricsFile.Write(record));
        yield return (Summary, CellSummaryFile.Write(record));
        yield return (Reliability, ReliabilityFile.Write(record));
        if (record.Lambdas.Count > 0)
            yield return (Lambda, LambdaFile.Write(record));
        if (record.Layers.Count > 0)
            yield return (Layers, LayersFile.Write(record));
        if (record.Curve.Count > 0)
            yield return (Curve, CurveFile.Write(record));
        foreach (var projection in record.Projections)
            yield return (Path.Combine(ProjectionFile.Directory, ProjectionFile.Name(projection.Epoch)), ProjectionFile.Write(projection));
        yield return (Environment, EnvironmentFile.Write(record));
    }

    /// <summary>Makes the directory, with all directories in it: whoever writes the files makes none.</summary>
    public static void Prepare(string directory) => Directory.CreateDirectory(Path.Combine(directory, ProjectionFile.Directory));

    /// <summary>Writes and flushes every file into a directory that has been prepared.</summary>
    /// <returns>Their paths inside it, with slashes.</returns>
    /// <exception cref="DirectoryNotFoundException">When the directory is not there.</exception>
    public static IReadOnlyList<string> Write(string directory, CellRecord record)
    {
        var written = new List<string>();
        foreach (var (path, text) in Of(record))
        {
            using var file = new FileStream(Path.Combine(directory, path), FileMode.CreateNew, FileAccess.Write);
            file.Write(Utf8.GetBytes(text));
            file.Flush(flushToDisk: true);
            written.Add(path.Replace('\\', '/'));
        }

        return written;
    }

    /// <summary>Requires a directory with exactly the files that were written, those that no cell is without among them.</summary>
    /// <exception cref="UserErrorException">When that is not so.</exception>
    public static void RequireWhole(string directory, IReadOnlyList<string> written)
    {
        var found = Directory.Exists(directory)
            ? Directory.GetFiles(directory, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(directory, f).Replace('\\', '/')).ToList()
            : [];
        var expected = written.Union([Cell, Metrics, Summary, Reliability, Environment]).ToList();
        if (expected.Except(found).Concat(found.Except(expected)).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } wrong)
        {
            throw new UserErrorException(
                $"{directory.Replace('\\', '/')}: expected the {Numbers.Format(expected.Count)} files of a finished cell, got a difference in " +
                $"{string.Join(", ", wrong)}.\nSomething else has changed this folder. Reproduce the experiment again: only what is not recorded is trained.");
        }

        var projections = Path.Combine(directory, ProjectionFile.Directory);
        if (Directory.Exists(projections) && Directory.GetFileSystemEntries(projections).Length == 0)
            Directory.Delete(projections);
    }

    /// <summary>What tells one run of a cell from another: the content of its environment.json, which begins and ends at other times; null without one.</summary>
    public static string? RunIn(string directory)
    {
        try
        {
            return Convert.ToBase64String(File.ReadAllBytes(Path.Combine(directory, Environment)));
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <exception cref="UserErrorException">When a file is missing or damaged.</exception>
    public static CellRecord Read(string directory, string id) => Read(directory, id, Remedy(directory));

    /// <param name="directory">Where the files are.</param>
    /// <param name="id">Of the cell.</param>
    /// <param name="remedy">What to do where a file is missing or damaged.</param>
    /// <exception cref="UserErrorException">Then.</exception>
    public static CellRecord Read(string directory, string id, string remedy)
    {
        var canonicalJson = CellFile.Read(In(Cell), id);
        var (label, numerics, final) = CellSummaryFile.Read(In(Summary), id, Specs.CanonicalJson.MeasuredHash(canonicalJson));
        return new()
        {
            Id = id,
            Label = label,
            CanonicalJson = canonicalJson,
            Numerics = numerics,
            Epochs = MetricsFile.Read(In(Metrics)),
            Final = final,
            Reliability = ReliabilityFile.Read(In(Reliability)),
            Projections = ReadProjections(directory, remedy),
            Lambdas = File.Exists(Path.Combine(directory, Lambda)) ? LambdaFile.Read(In(Lambda)) : [],
            Layers = File.Exists(Path.Combine(directory, Layers)) ? LayersFile.Read(In(Layers)) : [],
            Curve = File.Exists(Path.Combine(directory, Curve)) ? CurveFile.Read(In(Curve)) : [],
            Environment = EnvironmentFile.Read(In(Environment)),
        };

        ResultFile In(string name) => new(Path.Combine(directory, name), remedy);
    }

    public static string ReadCanonicalJson(string directory, string id) => CellFile.Read(new(Path.Combine(directory, Cell), Remedy(directory)), id);

    private static IReadOnlyList<Projection> ReadProjections(string directory, string remedy)
    {
        var projections = Path.Combine(directory, ProjectionFile.Directory);
        return Directory.Exists(projections)
            ? [.. Directory.GetFiles(projections).Select(f => ProjectionFile.Read(new(f, remedy))).OrderBy(p => p.Epoch)]
            : [];
    }

    private static string Remedy(string directory) =>
        $"Restore it from version control, or delete the directory {directory.Replace('\\', '/')} and reproduce the experiment: " +
        "only this cell is trained again.";
}
