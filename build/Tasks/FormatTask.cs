using Cake.Frosting;

namespace Build.Tasks;

[TaskName("Format")]
[TaskDescription("Checks the layout of the code, and changes nothing")]
public sealed class FormatTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.DotnetExitCode("format", context.Solution, "--verify-no-changes") != ExitCode.Done)
            throw context.Fail(ExitCode.Failed); // dotnet format says 2, which here would be the user's error
    }
}
