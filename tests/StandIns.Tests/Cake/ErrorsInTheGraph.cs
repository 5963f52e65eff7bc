using Cake.Core;
using Cake.Frosting;

namespace StandIns.Tests.Cake;

public sealed class ErrorsInTheGraph
{
    [Fact]
    public void TwoTasksOfOneNameAreRefused() =>
        AssertRefused(Host.Run<TwinContext>("--target=Twin"), "name 'twin'");

    [Fact]
    public void ADependencyThatIsNotATaskIsRefused() =>
        AssertRefused(Host.Run<StrangerContext>("--target=Sociable"), "'String'");

    [Fact]
    public void ADependencyThatWasLeftOutIsNamedWithTheTaskThatNeedsIt() =>
        AssertRefused(Host.Run<MissingContext>("--target=Lonely"), "'Lonely' is dependent on task 'Rock'");

    [Fact]
    public void ACircleIsRefused() =>
        AssertRefused(Host.Run<CircleContext>("--target=Rock"), "circular");

    private static void AssertRefused(Journal journal, string fragment)
    {
        Assert.NotEqual(0, journal.ExitCode);
        Assert.Empty(journal.Tasks);
        Assert.Contains(journal.Messages, message => message.Contains(fragment, StringComparison.Ordinal));
    }

    public sealed class TwinContext(ICakeContext context, Journal journal) : JournalContext(context, journal);

    public sealed class StrangerContext(ICakeContext context, Journal journal) : JournalContext(context, journal);

    public sealed class MissingContext(ICakeContext context, Journal journal) : JournalContext(context, journal);

    public sealed class CircleContext(ICakeContext context, Journal journal) : JournalContext(context, journal);

    [TaskName("Twin")]
    public sealed class FirstTwin : FrostingTask<TwinContext>
    {
        public override void Run(TwinContext context) => context?.Note(this);
    }

    [TaskName("twin")]
    public sealed class SecondTwin : FrostingTask<TwinContext>
    {
        public override void Run(TwinContext context) => context?.Note(this);
    }

    [IsDependentOn(typeof(string))]
    public sealed class Sociable : FrostingTask<StrangerContext>
    {
        public override void Run(StrangerContext context) => context?.Note(this);
    }

    [IsDependentOn(typeof(Rock))]
    public sealed class Lonely : FrostingTask<MissingContext>
    {
        public override void Run(MissingContext context) => context?.Note(this);
    }

    [IsDependentOn(typeof(Paper))]
    public sealed class Rock : FrostingTask<CircleContext>
    {
        public override void Run(CircleContext context) => context?.Note(this);
    }

    [IsDependentOn(typeof(Scissors))]
    public sealed class Paper : FrostingTask<CircleContext>
    {
        public override void Run(CircleContext context) => context?.Note(this);
    }

    [IsDependentOn(typeof(Rock))]
    public sealed class Scissors : FrostingTask<CircleContext>
    {
        public override void Run(CircleContext context) => context?.Note(this);
    }
}
