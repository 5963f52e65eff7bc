using Cake.Frosting;

namespace Build.Tasks;

[TaskName("Reproduce")]
[TaskDescription("Trains and records every cell that is not recorded yet; continues after any interruption")]
[Accepts("experiment", "jobs", "device", "data", "results", "force", "keep-going")]
public sealed class ReproduceTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context) => new Executable(context).Run(this, "run");
}
