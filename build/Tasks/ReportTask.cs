using Cake.Frosting;

namespace Build.Tasks;

[TaskName("Report")]
[TaskDescription("Draws the figures and writes report.pdf from the recorded results")]
[Accepts("experiment", "results")]
public sealed class ReportTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context) => new Executable(context).Run(this, "report");
}
