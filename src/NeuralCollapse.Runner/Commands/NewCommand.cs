using System.CommandLine;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Runner;

/// <summary>Writes the spec of a new experiment, which plans as it is, and never over another.</summary>
internal static class NewCommand
{
    private const string Description = """
        Write the spec of a new experiment, with what is usual for its data set, network and loss

        Any key of a spec can be given by its dotted name, such as --training.batch-size=64, --loss.gamma=2 or --measure.epochs=0,10,100;
        experiments/README.md explains them. A network, a loss, mixup, an optimizer or a schedule is named by its kind and the numbers of its
        required keys: --model=wide-resnet-16-2, --loss=focal-3, --training.optimizer=adam-0.001; numbers that are left out are the usual ones.
        """;

    private static readonly IReadOnlyList<Option<string>> Known =
    [
        .. NewExperiment.ShortOptions.Select(option => new Option<string>($"--{option.Key}") { Description = option.Value }),
        .. NewExperiment.Options.Skip(NewExperiment.ShortOptions.Count).Select(key => new Option<string>($"--{key}") { Hidden = true }),
    ];

    public static Command Command()
    {
        // An option that is not known is answered together with all other errors, and with the nearest name.
        var command = new Command("new", Description) { TreatUnmatchedTokensAsErrors = false };
        foreach (var option in Known)
            command.Add(option);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult given)
    {
        var made = NewExperiment.Of([
            .. Known.Where(option => given.GetResult(option) is not null).Select(option => KeyValuePair.Create(option.Name[2..], given.GetRequiredValue(option))),
            .. given.UnmatchedTokens.Select(Unknown),
        ]);
        var path = Path.Combine(Selection.Folder, $"{made.Name}.yaml");
        Directory.CreateDirectory(Selection.Folder);
        if (Path.Exists(path))
            throw new UserErrorException($"{path}: expected no such file yet, got one\n  remedy: choose another name, --name=NAME; a spec that is there is changed by hand");
        using (var file = new StreamWriter(new FileStream(path, FileMode.CreateNew)) { NewLine = "\n" })
            file.Write(made.Text);
        Console.WriteLine($"""
            {path}: {ExperimentSpec.Load(path).Expand().Cells.Count} cells
              say in it what you expect, before the first run
              ./build.sh --target=Plan --experiment={made.Name}
              ./build.sh --target=Reproduce --experiment={made.Name}
            """);
        return ExitCode.Done;
    }

    /// <summary>What is no option of this command, for the answer to name it.</summary>
    private static KeyValuePair<string, string> Unknown(string token) => token.StartsWith("--", StringComparison.Ordinal)
        ? KeyValuePair.Create(token[2..].Split('=')[0], token.Contains('=') ? token[(token.IndexOf('=') + 1)..] : "")
        : throw new UserErrorException($"new: expected options, such as --name=mine, got {token}\n  remedy: see collapse new --help");
}
