using Cake.Frosting;

namespace Build.Tasks;

[TaskName("Build")]
[TaskDescription("Compiles everything, warnings being errors")]
public sealed class BuildTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        new Executable(context).Compile();
        context.Compile(context.Solution);
        var bytes = new DirectoryInfo(context.Artifacts).EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(file => file.LinkTarget is null).Sum(file => file.Length);
        Console.WriteLine(FormattableString.Invariant($"Build output: {bytes / 1e6:F0} MB in .artifacts"));
    }
}
