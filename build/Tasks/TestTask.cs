using Cake.Frosting;

namespace Build.Tasks;

[TaskName("Test")]
[TaskDescription("Compiles everything and runs all tests")]
[IsDependentOn(typeof(BuildTask))]
public sealed class TestTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        new TestRun(context).Run();
    }
}

[TaskName("Fuzz")]
[TaskDescription("Reads many files with faults, of every kind there is: each must be accepted or refused in a sentence")]
[Accepts("mutants", "seed")]
[IsDependentOn(typeof(BuildTask))]
public sealed class FuzzTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        Environment.SetEnvironmentVariable("NEURAL_COLLAPSE_MUTANTS", Given("mutants") ?? "5000"); // read by the tests
        Environment.SetEnvironmentVariable("NEURAL_COLLAPSE_MUTANTS_SEED", Given("seed") ?? "0");
        new TestRun(context).Run("--filter", "FullyQualifiedName~.ReadingMutants.|FullyQualifiedName~.ReadingMutatedResults.");

        string? Given(string option) => context.Arguments.GetArguments(option).LastOrDefault();
    }
}
