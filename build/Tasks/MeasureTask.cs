using Cake.Frosting;

namespace Build.Tasks;

[TaskName("Measure")]
[TaskDescription("Prints every measure of collapse of the features in an .npz file")]
[Accepts("file")]
public sealed class MeasureTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Arguments.GetArguments("file").ToList() is not [var file])
            throw context.Refuse("Measure needs one file: --file=FEATURES.npz.");
        new Executable(context).Run("measure", file);
    }
}
