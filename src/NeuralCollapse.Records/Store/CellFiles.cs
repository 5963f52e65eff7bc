using System.Text;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Records;

/// <summary>The files of a cell's directory.</summary>
internal static class CellFiles
{
    private const string Cell = "cell.json";
    private const string Metrics = "metrics.csv";
    public const string Summary = "summary.json";
    private const string Reliability = "reliability.csv";
    private const string Lambda = "lambda.csv";
    private const string Layers = "layers.csv";
    private const string Curve = "curve.csv";
    public const string Environment = "environment.json";

    /// <summary>Those with a hash in summary.json that no cell is without.</summary>
    public static readonly IReadOnlyList<string> Always = [Cell, Metrics, Reliability];

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Paths inside the directory, with slashes, and texts of the files that another run repeats; but for summary.json, which has their hashes.</summary>
    private static IEnumerable<(string Path, string Text)> Repeated(CellRecord record)
    {
        yield return (Cell, CellFile.Write(record));
        yield return (Metrics, MetricsFile.Write(record));
        yield return (Reliability, ReliabilityFile.Write(record));
        if (record.Lambdas.Count > 0)
            yield return (Lambda, LambdaFile.Write(record));
        if (record.Layers.Count > 0)
            yield return (Layers, LayersFile.Write(record));
        if (record.Curve.Count > 0)
            yield return (Curve, CurveFile.Write(record));
        if (record.Diverged is { } diverged)
            yield return (DivergedFile.Name, DivergedFile.Write(diverged));
        foreach (var projection in record.Projections)
            yield return ($"{ProjectionFile.Directory}/{ProjectionFile.Name(projection.Epoch)}", ProjectionFile.Write(projection));
    }

    /// <summary>Makes the directory, with all directories in it: whoever writes the files makes none.</summary>
    public static void Prepare(string directory) => Directory.CreateDirectory(Path.Combine(directory, ProjectionFile.Directory));

    /// <summary>Writes and flushes every file into a directory that has been prepared.</summary>
    /// <returns>Their paths inside it, with slashes.</returns>
    /// <exception cref="DirectoryNotFoundException">When the directory is not there.</exception>
    public static IReadOnlyList<string> Write(string directory, CellRecord record)
    {
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, text) in Repeated(record))
        {
            WriteOne(path, text);
            hashes.Add(path, ContentHash.Of(text));
        }

        WriteOne(Summary, CellSummary.Write(record, hashes));
        WriteOne(Environment, EnvironmentFile.Write(record));
        return [.. hashes.Keys, Summary, Environment];

        void WriteOne(string path, string text)
        {
            using var file = new FileStream(Path.Combine(directory, path), FileMode.CreateNew, FileAccess.Write);
            file.Write(Utf8.GetBytes(text));
            file.Flush(flushToDisk: true);
        }
    }

    /// <summary>Paths of the files that are in a directory, with slashes; none where it is not there.</summary>
    public static IReadOnlySet<string> Found(string directory) => Directory.Exists(directory)
        ? Directory.GetFiles(directory, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(directory, f).Replace('\\', '/')).ToHashSet(StringComparer.Ordinal)
        : new HashSet<string>();

    /// <summary>Requires a directory with exactly the files that were written, those that no cell is without among them, each with the hash of its text.</summary>
    /// <exception cref="UserErrorException">When that is not so.</exception>
    public static void RequireWhole(string directory, string id, IReadOnlyList<string> written)
    {
        var found = Found(directory);
        var expected = written.Union([.. Always, Summary, Environment]).ToList();
        if (expected.Except(found).Concat(found.Except(expected)).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } wrong)
        {
            throw new UserErrorException(
                $"{directory.Replace('\\', '/')}: expected the {Numbers.Format(expected.Count)} files of a finished cell, got a difference in " +
                $"{string.Join(", ", wrong)}.\nSomething else has changed this folder. Reproduce the experiment again: only what is not recorded is trained.");
        }

        CellDirectory.Read(directory, id, "The disk has not kept what was written. Look after it, then reproduce the experiment again: only what is not recorded is trained.");
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

    /// <exception cref="DamagedResultException">When a file is missing, damaged, or not one of the cell.</exception>
    public static CellRecord Read(string directory, string id) => Read(directory, id, Remedy(directory));

    /// <param name="directory">Where the files are.</param>
    /// <param name="id">Of the cell.</param>
    /// <param name="remedy">What to do where a file is missing, damaged, or not one of the cell.</param>
    /// <exception cref="DamagedResultException">Then.</exception>
    public static CellRecord Read(string directory, string id, string remedy)
    {
        var files = CellDirectory.Read(directory, id, remedy);
        var diverged = files.Diverged;
        var record = new CellRecord
        {
            Id = id,
            Label = files.Summary.Label,
            CanonicalJson = CellFile.Read(files[Cell], id),
            Numerics = files.Summary.Numerics,
            Epochs = MetricsFile.Read(files[Metrics], mayBeEmpty: diverged is not null),
            Reliability = ReliabilityFile.Read(files[Reliability]),
            Projections = [.. files.In(ProjectionFile.Directory).Select(ProjectionFile.Read).OrderBy(p => p.Epoch)],
            Lambdas = files.Find(Lambda) is { } lambda ? LambdaFile.Read(lambda) : [],
            Layers = files.Find(Layers) is { } layers ? LayersFile.Read(layers) : [],
            Curve = files.Find(Curve) is { } curve ? CurveFile.Read(curve) : [],
            Diverged = diverged,
            Environment = files.Environment,
            Files = files.Summary.Files,
        };
        files.Summary.Require(record.CanonicalJson, record.Final);
        return record;
    }

    /// <summary>What a plan asks about a cell, of a directory that is checked as a whole.</summary>
    /// <exception cref="DamagedResultException">As <see cref="Read(string, string)"/>.</exception>
    public static RecordedCell ReadRecorded(string directory, string id)
    {
        var files = CellDirectory.Read(directory, id, Remedy(directory));
        return new(CellFile.Read(files[Cell], id)) { Diverged = files.Diverged, Data = files.Environment.Data };
    }

    /// <summary>Where, when and with what it was trained, alone.</summary>
    /// <exception cref="DamagedResultException">When that file is missing, damaged or of another cell.</exception>
    public static RunEnvironment ReadEnvironment(string directory, string id) => EnvironmentFile.Read(new(Path.Combine(directory, Environment), Remedy(directory)), id);

    /// <summary>The canonical JSON of a directory of which nothing else is wanted: only that it hashes to the id is checked.</summary>
    /// <exception cref="DamagedResultException">When cell.json is missing or damaged.</exception>
    public static string ReadCanonicalJsonAlone(string directory, string id) => CellFile.Read(new(Path.Combine(directory, Cell), Remedy(directory)), id);

    private static string Remedy(string directory) =>
        $"Restore it from version control, or delete the directory {directory.Replace('\\', '/')} and reproduce the experiment: " +
        "only this cell is trained again.";
}
