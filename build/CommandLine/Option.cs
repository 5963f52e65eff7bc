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

    /// <summary>
    /// A key of a spec by its dotted name. <c>--training.batch-size=64</c> stands for <c>--key=training.batch-size=64</c>: the host takes no
    /// name with a dot in it.
    /// </summary>
    public static Option Key { get; } = new("key", "SECTION.KEY=VALUE", "any other key of a new spec; --SECTION.KEY=VALUE says the same");

    /// <summary>Every option there is, in the order of the help.</summary>
    public static IReadOnlyList<Option> All { get; } =
    [
        new("target", "NAME", "what to do; may be repeated; Default where none is given") { Letter = 't', IsOfTheHost = true },
        new("experiment", "NAME|PATH|GLOB", "which experiments; may be repeated; quick where none is given, for Verify and Report all recorded"),
        new("jobs", "N", "how many cells to train at once; the number of cores where not given"),
        new("device", "cpu|cuda|cuda:0,cuda:1|mps", "what to train on, one cell at once on each GPU; cpu where not given"),
        new("jobs-per-device", "K", "how many cells to train at once on each device, within --jobs; 1 for a GPU where not given"),
        new("data", "DIR", "the data sets; NEURAL_COLLAPSE_DATA or .data where not given"),
        new("dataset", "NAME", "which data set to fetch, where it may be repeated, or to train on"),
        new("results", "DIR", "the recorded results; results where not given"),
        new("runs", "DIR", "checkpoints and weights, none of which is a result; .runs where not given"),
        new("checkpoint-seconds", "N", "least time between two checkpoints of a cell; 60 where not given, 0 for every step"),
        new("file", "FILE.npz", "the features to measure: arrays H [N, D], y [N] and, where there is a classifier, W [C, D] and b [C]"),
        new("features", "NAME", "what the array of features is called in the file; H where not given"),
        new("labels", "NAME", "what that of the classes is called; y where not given"),
        new("weights", "NAME", "what that of the classifier's weights is called; W where not given"),
        new("bias", "NAME", "what that of its bias is called; b where not given"),
        new("appendix", "", "all tables and figures of each experiment behind the report"),
        new("png", "", "each figure as PNG beside its SVG, too, 300 pixels to an inch"),
        new("force", "", "train recorded cells anew"),
        new("keep-going", "", "train the remaining cells after one has failed"),
        new("only", "GROUP", "which lines to measure; may be repeated; all where not given"),
        new("pairs", "N", "how often to measure each side of a line; 5 where not given"),
        new("kills", "N", "how many processes to kill; 10 where not given"),
        new("rounds", "N", "how often to start two to four commands at once; 3 where not given"),
        new("mutants", "N", "how many files with faults to read of every kind; 5000 where not given"),
        new("seed", "N", "which random moments, or which files with faults; 0 where not given"),
        new("name", "NAME", "what the new experiment is called"),
        new("model", "NETWORK", "its network and the numbers of that: resnet-18, wide-resnet-16-2, mlp-512-512, vit-b-4"),
        new("loss", "LOSS", "its loss, or several with commas between"),
        new("mixup", "none|mixup", "whether its images are mixed; both where not given"),
        new("epochs", "N", "its epochs of training"),
        new("seeds", "N,N", "its seeds; 0,1,2 where not given"),
        new("title", "TEXT", "its title in the report"),
        new("claim", "TEXT", "what it is expected to show"),
        new("numerics", "portable|native", "which processor instructions it may use"),
        Key,
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
