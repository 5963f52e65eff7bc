using Cake.Frosting;

namespace Build.Tasks;

[TaskName("Data")]
[TaskDescription("Fetches and verifies the data sets named by --dataset; without it says which are here")]
[Accepts("dataset", "data")]
public sealed class DataTask() : VerbTask("data")
{
    protected override string Part(BuildContext context) => context.Arguments.HasArgument("dataset") ? "fetch" : "list";
}
