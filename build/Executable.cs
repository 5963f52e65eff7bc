using System.Reflection;
using Cake.Frosting;

namespace Build;

/// <summary>The <c>collapse</c> executable, compiled anew whenever what it is made of has changed.</summary>
internal sealed class Executable(BuildContext context)
{
    private const string Project = "NeuralCollapse.Runner";

    private string Assembly => context.AssemblyOf(Project, "collapse");

    private Stamp Stamp => new(context, Path.GetDirectoryName(Assembly)!, Path.Combine(context.Artifacts, $"{Project}.stamp"));

    /// <summary>Runs a command of the executable for a task, with those options it accepts that the user gave.</summary>
    public void Run(FrostingTask<BuildContext> task, params string[] command)
    {
        var accepted = task.GetType().GetCustomAttribute<AcceptsAttribute>()!.Options;
        Run([.. command, .. accepted.SelectMany(Given)]);
    }

    /// <summary>Runs the executable on the user's terminal and ends the run with its exit code where that is not 0.</summary>
    public void Run(params string[] arguments)
    {
        Compile();
        using var use = RunningExecutables.Join(context);
        context.DotnetEndingWithThis([Assembly, .. arguments]);
    }

    /// <summary>Compiles it unless it is up to date. Evaluating the projects alone would take seconds.</summary>
    public void Compile()
    {
        var stamp = Stamp;
        if (stamp.IsUpToDate)
            return;
        using var use = RunningExecutables.Exclude(context);
        Console.Error.WriteLine("Compiling collapse (the first time this fetches packages and takes minutes) ...");
        stamp.Forget();
        context.Compile(context.PathTo("src", Project, $"{Project}.csproj"));
        stamp.Remember();
    }

    /// <summary>An option as the user typed it, for each time.</summary>
    public IEnumerable<string> Given(string option) => context.Arguments.GetArguments(option)
        .Select(value => option == Option.Key.Name ? $"--{value}" : string.IsNullOrEmpty(value) ? $"--{option}" : $"--{option}={value}");
}
