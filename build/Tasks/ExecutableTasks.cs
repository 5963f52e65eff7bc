using Cake.Frosting;

namespace Build.Tasks;

[TaskName("New")]
[TaskDescription("Writes the spec of a new experiment, with what is usual for its data set, network and loss")]
[Accepts("name", "dataset", "model", "loss", "mixup", "epochs", "seeds", "title", "claim", "numerics", "key")]
public sealed class NewTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context) => new Executable(context).Run(this, "new");
}

[TaskName("Plan")]
[TaskDescription("Prints the cells: which are recorded, which will run, and what changed in those")]
[Accepts("experiment", "data", "results", "runs")]
public sealed class PlanTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context) => new Executable(context).Run(this, "plan");
}

[TaskName("Reproduce")]
[TaskDescription("Trains and records every cell that is not recorded yet; continues after any interruption")]
[Accepts("experiment", "jobs", "device", "jobs-per-device", "data", "results", "runs", "checkpoint-seconds", "force", "keep-going")]
public sealed class ReproduceTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context) => new Executable(context).Run(this, "run");
}

[TaskName("Verify")]
[TaskDescription("Compares the recorded results with the committed snapshots; exits 3 where they differ")]
[Accepts("experiment", "results")]
public sealed class VerifyTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context) => new Executable(context).Run(this, "verify");
}

[TaskName("Report")]
[TaskDescription("Draws the figures and writes report.pdf from the recorded results")]
[Accepts("experiment", "results", "runs", "appendix", "png")]
public sealed class ReportTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context) => new Executable(context).Run(this, "report");
}

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

[TaskName("Measure")]
[TaskDescription("Prints every measure of collapse of the features in an .npz file")]
[Accepts("file", "features", "labels", "weights", "bias")]
public sealed class MeasureTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Arguments.GetArguments("file").ToList() is not [var file])
            throw context.Refuse("Measure needs one file: --file=FEATURES.npz.");
        var executable = new Executable(context);
        executable.Run(["measure", file, .. new[] { "features", "labels", "weights", "bias" }.SelectMany(executable.Given)]);
    }
}

[TaskName("Doctor")]
[TaskDescription("Says what this machine can train on and, of what it cannot, what is missing and what to do")]
public sealed class DoctorTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        new Executable(context).Run("doctor");
    }
}
