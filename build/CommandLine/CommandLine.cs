namespace Build;

/// <summary>
/// What the user has typed, checked before anything runs: the host would take an option it does not know for an argument of some task
/// and say nothing.
/// </summary>
internal sealed class CommandLine
{
    private readonly List<(Option Option, string Value)> given = [];

    private CommandLine(string[] arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            var (option, value) = Split(arguments[i]);
            if (option.Value.Length > 0 && value is null && i + 1 < arguments.Length && !arguments[i + 1].StartsWith('-'))
                value = arguments[++i];
            if (option.Value.Length > 0 && string.IsNullOrWhiteSpace(value))
                throw new UserErrorException($"--{option.Name} needs a value: --{option.Name}={option.Value}.");
            if (option.Value.Length == 0 && value is not null)
                throw new UserErrorException($"--{option.Name} takes no value, got '{value}'.");
            given.Add((option, value ?? ""));
        }
    }

    /// <summary>Reads and checks the command line.</summary>
    /// <exception cref="UserErrorException">It names an option or a target that there is not, or an option that nothing would use.</exception>
    public static CommandLine Read(string[] arguments)
    {
        var commandLine = new CommandLine(arguments);
        commandLine.RefuseUnusedOptions();
        return commandLine;
    }

    /// <summary>Whether the options are to be listed after the targets.</summary>
    public bool ShowsHelp => Has("help") || Has("description");

    /// <summary>Whether Cake itself is to say nothing but errors: unless asked for more, and unless telling is all it does.</summary>
    public bool IsQuiet => !Has("verbosity") && !Has("dryrun");

    /// <summary>The arguments for the host, options by their full names.</summary>
    public IEnumerable<string> HostArguments =>
    [
        .. given.Select(given => given.Option.Name == "help" ? "--description" : Typed(given.Option, given.Value)),
        .. IsQuiet ? ["--verbosity=quiet"] : Array.Empty<string>(),
    ];

    private static string Typed(Option option, string value) => value.Length == 0 ? $"--{option.Name}" : $"--{option.Name}={value}";

    private bool Has(string name) => given.Any(given => given.Option.Name == name);

    private static (Option Option, string? Value) Split(string argument)
    {
        var parts = argument.Split('=', 2);
        var option = Option.All.FirstOrDefault(option =>
            parts[0].Equals($"--{option.Name}", StringComparison.OrdinalIgnoreCase) || parts[0] == $"-{option.Letter}");
        if (option is not null)
            return (option, parts.Length == 2 ? parts[1] : null);
        if (argument.StartsWith("--", StringComparison.Ordinal) && parts[0].Contains('.'))
            return (Option.Key, parts.Length == 2 ? argument[2..] : throw new UserErrorException($"{argument} needs a value: {argument}=VALUE."));
        if (!argument.StartsWith('-'))
        {
            throw new UserErrorException($"'{argument}' is not an option. "
                + $"Targets are given as --target=NAME, experiments as --experiment=NAME; --help lists them all.");
        }

        throw new UserErrorException($"There is no option {parts[0]}; did you mean "
            + $"--{NearestName.To(parts[0].TrimStart('-'), Option.All.Select(option => option.Name))}? --help lists them all.");
    }

    private void RefuseUnusedOptions()
    {
        var names = given.Where(given => given.Option.Name == "target").Select(given => given.Value).DefaultIfEmpty("Default");
        var targets = names.Select(TargetNamed).ToList();
        if (ShowsHelp || Has("tree"))
            return;
        foreach (var (option, _) in given.Where(given => !given.Option.IsOfTheHost))
        {
            if (!targets.Any(target => target.Accepted.Contains(option.Name)))
            {
                throw new UserErrorException($"--{option.Name} is not used by {string.Join(" or ", targets.Select(target => target.Name))}; "
                    + $"it belongs to {string.Join(", ", Target.All.Where(target => target.Accepted.Contains(option.Name)).Select(target => target.Name))}.");
            }
        }
    }

    private static Target TargetNamed(string name) =>
        Target.All.FirstOrDefault(target => target.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new UserErrorException($"There is no target {name}; did you mean {TargetNearest(name)}? "
            + $"The targets are {string.Join(", ", Target.All.Select(target => target.Name))}.");

    private static string TargetNearest(string name) => NearestName.To(name, Target.All.Select(target => target.Name))!;
}
