using System.CommandLine;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Runner;

/// <summary>The experiments that a command line asks for.</summary>
internal static class Selection
{
    /// <summary>Where specs are looked for by name.</summary>
    public const string Folder = "experiments";

    /// <summary>Their plans, in the order asked for.</summary>
    /// <exception cref="UserMistakeException">No such experiment, or mistakes in specs: those of all files together.</exception>
    public static IReadOnlyList<Plan> Plans(ParseResult command)
    {
        var plans = new List<Plan>();
        var mistakes = new List<string>();
        foreach (var path in ExperimentFiles.Select(Folder, command.GetRequiredValue(Options.Experiment)))
        {
            try
            {
                plans.Add(ExperimentSpec.Load(path).Expand());
            }
            catch (UserMistakeException mistake)
            {
                mistakes.Add(mistake.Message);
            }
        }

        return mistakes.Count == 0 ? plans : throw new UserMistakeException(string.Join("\n\n", mistakes));
    }
}
