using System.CommandLine;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Runner;

/// <summary>The experiments that a command line asks for.</summary>
internal static class Selection
{
    /// <summary>Where specs are looked for by name.</summary>
    public const string Folder = "experiments";

    /// <summary>Whether it names any.</summary>
    public static bool IsNamed(ParseResult command) => command.GetResult(Options.Experiment) is { Implicit: false };

    /// <summary>Their plans, in the order asked for.</summary>
    /// <exception cref="UserErrorException">No such experiment, or errors in specs: those of all files together.</exception>
    public static IReadOnlyList<Plan> Plans(ParseResult command) => Plans(command.GetRequiredValue(Options.Experiment));

    /// <summary>The plans of some names, paths or globs, in their order.</summary>
    /// <exception cref="UserErrorException">As of the other.</exception>
    public static IReadOnlyList<Plan> Plans(IEnumerable<string> experiments)
    {
        var plans = new List<Plan>();
        var errors = new List<string>();
        foreach (var path in ExperimentFiles.Select(Folder, experiments))
        {
            try
            {
                plans.Add(ExperimentSpec.Load(path).Expand());
            }
            catch (UserErrorException error)
            {
                errors.Add(error.Message);
            }
        }

        return errors.Count == 0 ? plans : throw new UserErrorException(string.Join("\n\n", errors));
    }
}
