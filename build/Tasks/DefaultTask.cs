using Cake.Frosting;

namespace Build.Tasks;

[TaskName("Default")]
[TaskDescription("Reproduce, Verify, Report")]
[IsDependentOn(typeof(ReproduceTask))]
[IsDependentOn(typeof(VerifyTask))]
[IsDependentOn(typeof(ReportTask))]
public sealed class DefaultTask : FrostingTask<BuildContext>;
