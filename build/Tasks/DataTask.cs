using Cake.Frosting;

namespace Build.Tasks;

[TaskName("Data")]
[TaskDescription("Fetches and verifies the data sets named by --dataset; without it says which are here")]
[Accepts("dataset", "data")]
public sealed class DataTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        new Executable(context).Run(this, "data", context.Arguments.HasArgument("dataset") ? "fetch" : "list");
    }
}
