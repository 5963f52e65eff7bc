using NeuralCollapse.Specs;

namespace NeuralCollapse.Records;

public sealed partial class ResultStore
{
    private const string Publishing = ".publishing-";
    private const string Replaced = ".replaced-";

    /// <summary>
    /// Claims the writing of an experiment's cells and puts right what a crash left of it. Reading needs no claim and waits for none.
    /// </summary>
    /// <exception cref="UserErrorException">When another process has claimed it.</exception>
    public ClaimedExperiment Claim(string experiment) => new(this, experiment);

    /// <summary>Writes the files of a cell into the directory that <see cref="ClaimedExperiment.Begin"/> has made, and flushes each.</summary>
    /// <returns>Their paths inside the directory.</returns>
    /// <exception cref="ArgumentException">When the id is not the content hash of the canonical JSON.</exception>
    /// <exception cref="DirectoryNotFoundException">When the directory is not there any more; it is never made again.</exception>
    public static IReadOnlyList<string> WriteCell(string directory, CellRecord record) =>
        CanonicalJson.Id(record.CanonicalJson) is var hash && hash == record.Id
            ? CellFiles.Write(directory, record)
            : throw new ArgumentException($"The canonical JSON of cell {record.Id} hashes to {hash}.", nameof(record));

    /// <summary>Whether a cell has been published.</summary>
    public bool IsRecorded(string experiment, string cellId) => Directory.Exists(PresentPathOf(experiment, cellId));

    /// <summary>The published cells by id, in the order of their ids: those of the plan, and others.</summary>
    /// <exception cref="DamagedResultException">
    /// When files of the plan's cells are missing, damaged, or not theirs; or a cell.json of another: all that is wrong.
    /// </exception>
    public IReadOnlyDictionary<string, RecordedCell> RecordedCells(Plan plan)
    {
        var planned = plan.Cells.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var cells = new SortedDictionary<string, RecordedCell>(StringComparer.Ordinal);
        var errors = new List<DamagedResultException>();
        foreach (var id in CellIds(plan.Name))
        {
            Func<string, string, RecordedCell> read = planned.Contains(id) ? CellFiles.ReadRecorded : (directory, id) => new(CellFiles.ReadCanonicalJsonAlone(directory, id));
            try
            {
                cells.Add(id, ReadPublished(plan.Name, id, directory => read(directory, id)));
            }
            catch (DamagedResultException error)
            {
                errors.Add(error);
            }
        }

        return errors.Count == 0 ? cells : throw DamagedResultException.Of(errors);
    }

    /// <summary>Canonical JSON of the cell in a directory of this or any store, which may be of another version: no other file of it is read.</summary>
    /// <exception cref="DamagedResultException">When its cell.json is missing, damaged, or hashes to another id than the directory's name.</exception>
    public static string CanonicalJsonOf(string cellDirectory) => CellFiles.ReadCanonicalJsonAlone(
        Path.TrimEndingDirectorySeparator(cellDirectory), Path.GetFileName(Path.TrimEndingDirectorySeparator(cellDirectory)));

    /// <summary>The cell in a directory of this or any store.</summary>
    /// <exception cref="DamagedResultException">As <see cref="Read"/>.</exception>
    public static CellRecord ReadCell(string cellDirectory) => CellFiles.Read(
        Path.TrimEndingDirectorySeparator(cellDirectory), Path.GetFileName(Path.TrimEndingDirectorySeparator(cellDirectory)));

    /// <summary>Reads a cell; of one that is replaced meanwhile, the old or the new, never files of both.</summary>
    /// <exception cref="DamagedResultException">
    /// When a file is missing, is not as it was written, or is none of the cell's; it names each with what was expected, what was found, and a
    /// remedy.
    /// </exception>
    public CellRecord Read(string experiment, string cellId) => ReadPublished(experiment, cellId, directory => CellFiles.Read(directory, cellId));

    /// <summary>Where, when and under which predictions the cells of a plan were trained that have been published, in plan order.</summary>
    /// <exception cref="UserErrorException">As <see cref="Read"/>.</exception>
    public IReadOnlyList<RunEnvironment> ReadEnvironments(RecordedPlan plan) =>
        [.. plan.Cells.Where(c => IsRecorded(plan.Experiment, c.Id)).Select(c => ReadPublished(plan.Experiment, c.Id, directory => CellFiles.ReadEnvironment(directory, c.Id)))];

    /// <summary>Reads the cells of a plan that have been published, in plan order.</summary>
    /// <exception cref="DamagedResultException">As <see cref="Read"/>, of all cells together.</exception>
    public IReadOnlyList<CellRecord> ReadAll(RecordedPlan plan)
    {
        var (cells, damages) = ReadCells(plan);
        return new RecordedExperiment { Plan = plan, Cells = cells, Damages = damages }.RequireWhole();
    }

    private (List<CellRecord> Cells, List<Damage> Damages) ReadCells(RecordedPlan plan)
    {
        var cells = new List<CellRecord>();
        var damages = new List<Damage>();
        foreach (var cell in plan.Cells.Where(c => IsRecorded(plan.Experiment, c.Id)))
        {
            try
            {
                cells.Add(Read(plan.Experiment, cell.Id));
            }
            catch (DamagedResultException error)
            {
                damages.Add(new(cell, error));
            }
        }

        return (cells, damages);
    }

    /// <summary>Ids of the published cells.</summary>
    private IReadOnlyList<string> CellIds(string experiment) => Directory.Exists(CellsOf(experiment))
        ?
        [
            .. Directory.GetDirectories(CellsOf(experiment)).Select(d => Path.GetFileName(d)).Where(id => !id.StartsWith('.'))
                .Union(CellsAside(experiment).Select(c => c.Id)),
        ]
        : [];

    /// <summary>Where a cell that this process writes is, until it is published.</summary>
    internal string HiddenPathOf(string experiment, string cellId) =>
        Path.Combine(CellsOf(experiment), $"{Publishing}{cellId}-{Numbers.Format(Environment.ProcessId)}");

    /// <summary>Where a cell is while it is being replaced, until its successor is in its place.</summary>
    internal string AsidePathOf(string experiment, string cellId) => Path.Combine(CellsOf(experiment), Replaced + cellId);

    /// <summary>Directories of cells that were begun and never published.</summary>
    internal IReadOnlyList<string> HiddenCells(string experiment) =>
        Directory.Exists(CellsOf(experiment)) ? Directory.GetDirectories(CellsOf(experiment), $"{Publishing}*") : [];

    /// <summary>Cells that are being replaced, or were when something stopped that.</summary>
    internal IReadOnlyList<(string Id, string Path)> CellsAside(string experiment) => Directory.Exists(CellsOf(experiment))
        ? [.. Directory.GetDirectories(CellsOf(experiment), $"{Replaced}*").Select(d => (Path.GetFileName(d)[Replaced.Length..], d))]
        : [];

    /// <summary>Where a published cell is at this moment: in its place or, between the two renames of its replacement, beside it.</summary>
    private string PresentPathOf(string experiment, string cellId)
    {
        var (place, aside) = (PathOf(experiment, cellId), AsidePathOf(experiment, cellId));
        return !Directory.Exists(place) && Directory.Exists(aside) ? aside : place;
    }

    /// <summary>Reads from a cell's directory, again where the cell has been replaced meanwhile.</summary>
    private T ReadPublished<T>(string experiment, string cellId, Func<string, T> read)
    {
        while (true)
        {
            var directory = PresentPathOf(experiment, cellId);
            var run = CellFiles.RunIn(directory);
            try
            {
                var content = read(directory);
                if (CellFiles.RunIn(directory) == run)
                    return content;
            }
            catch (Exception e) when (e is UserErrorException or IOException)
            {
                if (PresentPathOf(experiment, cellId) == directory && CellFiles.RunIn(directory) == run)
                    throw;
            }
        }
    }
}
