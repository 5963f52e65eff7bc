using Cake.Frosting;

namespace Build.Tasks;

[TaskName("Bench")]
[TaskDescription("Measures speed, memory and start against PyTorch and this machine's limits; wants an idle machine")]
[Accepts("only", "pairs")]
public sealed class BenchTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var executable = new Executable(context);
        executable.Compile(); // what Reproduce runs, which is timed as well
        context.Compile(context.PathTo("tests", "Bench", "Bench.csproj"));
        context.Dotnet([context.AssemblyOf("Bench", "bench"), $"--root={context.Root}", .. new[] { "only", "pairs" }.SelectMany(executable.Given)]);
    }
}
