using Cake.Frosting;

namespace Build.Tasks;

[TaskName("Plan")]
[TaskDescription("Prints the cells: which are recorded, which will run, and what changed in those")]
[Accepts("experiment", "data", "results")]
public sealed class PlanTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context) => new Executable(context).Run(this, "plan");
}
