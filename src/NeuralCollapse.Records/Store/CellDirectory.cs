namespace NeuralCollapse.Records;

/// <summary>
/// The files of a cell's directory, all there, each read once and found as it was written, and no other. This is the one place where they are
/// checked: whoever reads a file of a cell takes it from here.
/// </summary>
internal sealed class CellDirectory
{
    private readonly Dictionary<string, ResultFile> files;

    private CellDirectory(CellSummary summary, Dictionary<string, ResultFile> files, RunEnvironment environment) =>
        (Summary, this.files, Environment) = (summary, files, environment);

    public CellSummary Summary { get; }

    public RunEnvironment Environment { get; }

    /// <summary>Why its training ended early; null for one that was trained to its last epoch.</summary>
    public Divergence? Diverged => Find(DivergedFile.Name) is { } file ? DivergedFile.Read(file) : null;

    /// <summary>A file that every cell has.</summary>
    public ResultFile this[string name] => files[name];

    /// <param name="directory">Where the files are.</param>
    /// <param name="id">Of the cell.</param>
    /// <param name="remedy">What to do where they are not as they should be, as a sentence.</param>
    /// <exception cref="DamagedResultException">Then: with every file that is missing, changed, or not the cell's.</exception>
    public static CellDirectory Read(string directory, string id, string remedy)
    {
        ResultFile In(string name) => new(Path.Combine(directory, name), remedy);
        var summary = CellSummary.Read(In(CellFiles.Summary), id, CellFiles.Always);
        var found = CellFiles.Found(directory);
        var files = new Dictionary<string, ResultFile>(StringComparer.Ordinal);
        RunEnvironment? environment = null;
        var faults = DamagedResultException.FaultsOf(
        [
            .. summary.Files.Select(file => (Action)(() => files.Add(file.Key, found.Contains(file.Key) ? In(file.Key).Holding(file.Value) : throw In(file.Key).Missing()))),
            () => environment = EnvironmentFile.Read(In(CellFiles.Environment), id),
            .. found.Except([.. summary.Files.Keys, CellFiles.Summary, CellFiles.Environment]).Order(StringComparer.Ordinal)
                .Select(name => (Action)(() => throw In(name).Unexpected("summary.json does not list it"))),
        ]);
        return faults.Count == 0 ? new(summary, files, environment!) : throw new DamagedResultException(faults, remedy);
    }

    /// <summary>A file that not every cell has; null where this one has it not.</summary>
    public ResultFile? Find(string name) => files.GetValueOrDefault(name);

    /// <summary>The files of a folder in it.</summary>
    public IEnumerable<ResultFile> In(string folder) => files.Where(f => f.Key.StartsWith($"{folder}/", StringComparison.Ordinal)).Select(f => f.Value);
}
