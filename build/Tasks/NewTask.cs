using Cake.Frosting;

namespace Build.Tasks;

[TaskName("New")]
[TaskDescription("Writes the spec of a new experiment, with what is usual for its data set, network and loss")]
[Accepts("name", "dataset", "model", "loss", "mixup", "epochs", "seeds", "title", "claim", "numerics", "key")]
public sealed class NewTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context) => new Executable(context).Run(this, "new");
}
