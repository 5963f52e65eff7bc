using Cake.Frosting;

namespace Build.Tasks;

[TaskName("Plan")]
[TaskDescription("Prints the cells: which are recorded, which will run, and what changed in those")]
[Accepts("experiment", "data", "results")]
public sealed class PlanTask() : VerbTask("plan");
