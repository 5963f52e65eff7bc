using NeuralCollapse.Specs;

namespace NeuralCollapse.Records;

public sealed partial class ResultStore
{
    private const string Publishing = ".publishing-";
    private const string Replaced = ".replaced-";

    /// <summary>Whether a cell has been published.</summary>
    public bool IsRecorded(string experiment, string cellId) => Directory.Exists(PathOf(experiment, cellId));

    /// <summary>Canonical JSON of the published cells by id, in the order of their ids.</summary>
    /// <exception cref="UserMistakeException">When a cell.json is missing, damaged, or hashes to another id.</exception>
    public IReadOnlyDictionary<string, string> RecordedCells(string experiment)
    {
        var cells = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (!Directory.Exists(CellsOf(experiment)))
            return cells;
        foreach (var id in Directory.GetDirectories(CellsOf(experiment)).Select(d => Path.GetFileName(d)).Where(id => !id.StartsWith('.')))
            cells.Add(id, CellFiles.ReadCanonicalJson(PathOf(experiment, id)));
        return cells;
    }

    /// <summary>Canonical JSON of the cell in a directory of this or any store.</summary>
    /// <exception cref="UserMistakeException">When its cell.json is missing, damaged, or hashes to another id than the directory's name.</exception>
    public static string CanonicalJsonOf(string cellDirectory) => CellFiles.ReadCanonicalJson(Path.TrimEndingDirectorySeparator(cellDirectory));

    /// <summary>Reads a cell.</summary>
    /// <exception cref="UserMistakeException">
    /// When a file is missing or damaged; it names file, line, what was expected, what was found, and a remedy.
    /// </exception>
    public CellRecord Read(string experiment, string cellId) => CellFiles.Read(PathOf(experiment, cellId));

    /// <summary>Reads the cells of a plan that have been published, in plan order.</summary>
    /// <exception cref="UserMistakeException">As <see cref="Read"/>.</exception>
    public IReadOnlyList<CellRecord> ReadAll(RecordedPlan plan) =>
        [.. plan.Cells.Where(c => IsRecorded(plan.Experiment, c.Id)).Select(c => Read(plan.Experiment, c.Id))];

    /// <summary>
    /// Writes a cell into a directory of its own, flushes every file, and makes it visible by one rename. A cell of the same id is
    /// replaced.
    /// </summary>
    /// <exception cref="ArgumentException">When the id is not the content hash of the canonical JSON.</exception>
    public void Publish(string experiment, CellRecord record)
    {
        if (CanonicalJson.Id(record.CanonicalJson) is var hash && hash != record.Id)
            throw new ArgumentException($"The canonical JSON of cell {record.Id} hashes to {hash}.", nameof(record));
        var hidden = Path.Combine(CellsOf(experiment), $"{Publishing}{record.Id}-{Numbers.Format(Environment.ProcessId)}");
        try
        {
            foreach (var (path, text) in CellFiles.Of(record))
                AtomicFile.Write(Path.Combine(hidden, path), text);
            MoveIntoPlace(hidden, experiment, record.Id);
        }
        catch
        {
            Delete(hidden);
            throw;
        }
    }

    /// <summary>
    /// Puts right what a crash left: half-written cells go, and a cell that was being replaced comes back. To be called before any
    /// process publishes into the experiment, not while one does.
    /// </summary>
    public void Recover(string experiment)
    {
        if (!Directory.Exists(CellsOf(experiment)))
            return;
        foreach (var half in Directory.GetDirectories(CellsOf(experiment), $"{Publishing}*"))
            Delete(half);
        foreach (var replaced in Directory.GetDirectories(CellsOf(experiment), $"{Replaced}*"))
        {
            var cell = PathOf(experiment, Path.GetFileName(replaced)[Replaced.Length..]);
            if (Directory.Exists(cell))
                Delete(replaced);
            else
                Directory.Move(replaced, cell);
        }
    }

    private void MoveIntoPlace(string hidden, string experiment, string id)
    {
        var (place, aside) = (PathOf(experiment, id), Path.Combine(CellsOf(experiment), Replaced + id));
        Delete(aside);
        if (Directory.Exists(place))
            Directory.Move(place, aside);
        Directory.Move(hidden, place);
        Delete(aside);
    }

    private static void Delete(string directory)
    {
        if (Directory.Exists(directory))
            Directory.Delete(directory, recursive: true);
    }
}
