using Cake.Frosting;

namespace Build.Tasks;

[TaskName("Chaos")]
[TaskDescription("Kills workers, commands and hosts at random moments, and compares the bytes with those of an undisturbed run")]
[Accepts("kills", "rounds", "seed")]
public sealed class ChaosTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var executable = new Executable(context);
        executable.Compile(); // what is killed
        context.Compile(context.PathTo("tests", "Chaos", "Chaos.csproj"));
        context.Dotnet([context.AssemblyOf("Chaos", "chaos"), $"--root={context.Root}", .. new[] { "kills", "rounds", "seed" }.SelectMany(executable.Given)]);
    }
}
