namespace Build;

/// <summary>One option of the command line.</summary>
/// <param name="Name">As it is typed after two dashes.</param>
/// <param name="Value">What stands for its value in the help; empty for one that has none.</param>
/// <param name="Meaning">What the help says of it.</param>
internal sealed record Option(string Name, string Value, string Meaning)
{
    /// <summary>The letter that, after one dash, means the same.</summary>
    public char? Letter { get; init; }

    /// <summary>Whether the host itself understands it; any other goes to the tasks that accept it.</summary>
    public bool IsOfTheHost { get; init; }

    /// <summary>Every option there is, in the order of the help.</summary>
    public static IReadOnlyList<Option> All { get; } =
    [
        new("target", "NAME", "what to do; may be repeated; Default where none is given") { Letter = 't', IsOfTheHost = true },
        new("experiment", "NAME|PATH|GLOB", "which experiments; may be repeated; quick where none is given, for Report all recorded"),
        new("jobs", "N", "how many cells to train at once; the number of cores where not given"),
        new("device", "cpu", "where to train"),
        new("executor", "local", "what starts the cells"),
        new("data", "DIR", "the data sets; NEURAL_COLLAPSE_DATA or .data where not given"),
        new("dataset", "NAME", "which data set to fetch; may be repeated"),
        new("results", "DIR", "the recorded results; results where not given"),
        new("file", "FILE.npz", "the features to measure: arrays H [N, D], y [N] and, where there is a classifier, W [C, D] and b [C]"),
        new("force", "", "train recorded cells anew"),
        new("keep-going", "", "train the remaining cells after one has failed"),
        new("exclusive", "", "the targets alone, without those they depend on") { Letter = 'e', IsOfTheHost = true },
        new("dryrun", "", "name the targets that would run, and run none") { IsOfTheHost = true },
        new("tree", "", "show which target depends on which") { IsOfTheHost = true },
        new("description", "", "list the targets") { IsOfTheHost = true },
        new("verbosity", "LEVEL", "how much to say: quiet, minimal, normal, verbose or diagnostic") { Letter = 'v', IsOfTheHost = true },
        new("help", "", "list the targets and the options") { Letter = 'h', IsOfTheHost = true },
    ];

    public static string Help { get; } = "Options (a relative path counts from the root of the repository):\n"
        + string.Join('\n', All.Select(option => $"  {option.Typed,-36}{option.Meaning}"));

    private string Typed => (Letter is null ? "" : $"-{Letter}, ") + "--" + Name + (Value.Length == 0 ? "" : $"={Value}");
}
