namespace Build;

/// <summary>The <c>collapse</c> executable, compiled anew whenever what it is made of has changed.</summary>
internal sealed class Executable(BuildContext context)
{
    private const string Project = "NeuralCollapse.Runner";

    private string Assembly => context.AssemblyOf(Project, "collapse");

    private Stamp Stamp => new(context, Path.GetDirectoryName(Assembly)!, Path.Combine(context.Artifacts, $"{Project}.stamp"));

    /// <summary>Runs a verb of the executable on the user's terminal and ends the run with its exit code where that is not 0.</summary>
    public void Run(string verb, IEnumerable<string> options)
    {
        Compile();
        using var use = RunningExecutables.Join(context);
        context.DotnetEndingWithThis([Assembly, verb, .. options]);
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
}
