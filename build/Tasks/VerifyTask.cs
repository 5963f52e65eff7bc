using Cake.Frosting;

namespace Build.Tasks;

[TaskName("Verify")]
[TaskDescription("Compares the recorded results with the committed snapshots; exits 3 where they differ")]
[Accepts("experiment", "results")]
public sealed class VerifyTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context) => new Executable(context).Run(this, "verify");
}
