using Cake.Core;
using Cake.Frosting;

namespace StandIns.Tests.Cake;

public sealed class RunningTargets
{
    [Fact]
    public void ATaskRunsAfterThoseItDependsOnInTheOrderTheyAreDeclared()
    {
        var journal = Host.Run<Context>("--target=Cake");
        Assert.Equal(["Buy", "Butter", "Flour", "Cake"], journal.Tasks);
        Assert.Equal(0, journal.ExitCode);
    }

    [Fact]
    public void WithoutATargetTheOneCalledDefaultRuns() =>
        Assert.Equal(["Buy", "Butter"], Host.Run<Context>().Tasks);

    [Fact]
    public void SeveralTargetsShareWhatTheyDependOn()
    {
        var tasks = Host.Run<Context>("--target=Flour", "--target", "Butter").Tasks;
        Assert.Equal("Buy", tasks[0]);
        Assert.Equal(["Butter", "Flour"], tasks.Skip(1).Order());
    }

    [Fact]
    public void SeveralTargetsRunInTheOrderGivenEachWithAllItDependsOnWhereTheSettingSaysSo()
    {
        var journal = Host.Run<Context>(
            host => host.UseCakeSetting("Settings_UnifiedDependencyGraphForMultipleTargets", "false"), "--target=Flour", "--target", "Butter");
        Assert.Equal(["Buy", "Flour", "Buy", "Butter"], journal.Tasks);
    }

    [Fact]
    public void ASettingIsNotTakenFromTheArguments()
    {
        var tasks = Host.Run<Context>("--target=Flour", "--target=Butter", "--Settings_UnifiedDependencyGraphForMultipleTargets=false").Tasks;
        Assert.Single(tasks, "Buy");
    }

    [Fact]
    public void ExclusiveLeavesOutWhatTheTargetDependsOn() =>
        Assert.Equal(["Cake"], Host.Run<Context>("--target=Cake", "--exclusive").Tasks);

    [Fact]
    public void NamesOfTargetsAreComparedWithoutCase() =>
        Assert.Equal(["Buy"], Host.Run<Context>("-t", "bUY").Tasks);

    [Fact]
    public void ADryRunNamesTheTasksInOrderAndRunsNone()
    {
        var journal = Host.Run<Context>("--target=Cake", "--dryrun");
        Assert.Empty(journal.Tasks);
        var named = string.Concat(journal.Messages);
        Assert.Contains("1. Buy", named, StringComparison.Ordinal);
        Assert.Contains("4. Cake", named, StringComparison.Ordinal);
        Assert.Equal(0, journal.ExitCode);
    }

    [Fact]
    public void AnExceptionEndsTheRunWithAnotherCodeThanZeroAndIsLogged()
    {
        var journal = Host.Run<Context>("--target=Serve");
        Assert.Equal(["Drop"], journal.Tasks);
        Assert.NotEqual(0, journal.ExitCode);
        Assert.Contains(journal.Messages, message => message.Contains("It fell.", StringComparison.Ordinal));
    }

    [Fact]
    public void AnUnknownTargetIsNamed()
    {
        var journal = Host.Run<Context>("--target=Pie");
        Assert.NotEqual(0, journal.ExitCode);
        Assert.Contains(journal.Messages, message => message.Contains("The target 'Pie' was not found.", StringComparison.Ordinal));
    }

    [Fact]
    public void DescriptionListsTheTasksAndRunsNone()
    {
        var journal = Host.Run<Context>("--description");
        Assert.Empty(journal.Tasks);
        Assert.Contains("Brings the butter", journal.Printed.ToString(), StringComparison.Ordinal);
    }

    public sealed class Context(ICakeContext context, Journal journal) : JournalContext(context, journal);

    public sealed class Buy : FrostingTask<Context>
    {
        public override void Run(Context context) => context?.Note(this);
    }

    [IsDependentOn(typeof(Buy))]
    [TaskDescription("Brings the butter")]
    public sealed class Butter : FrostingTask<Context>
    {
        public override void Run(Context context) => context?.Note(this);
    }

    [IsDependentOn(typeof(Buy))]
    public sealed class Flour : FrostingTask<Context>
    {
        public override void Run(Context context) => context?.Note(this);
    }

    [IsDependentOn(typeof(Butter))]
    [IsDependentOn(typeof(Flour))]
    public sealed class Cake : FrostingTask<Context>
    {
        public override void Run(Context context) => context?.Note(this);
    }

    [TaskName("Default")]
    [IsDependentOn(typeof(Butter))]
    public sealed class Usual : FrostingTask<Context>;

    public sealed class Drop : FrostingTask<Context>
    {
        public override void Run(Context context)
        {
            context?.Note(this);
            throw new InvalidOperationException("It fell.");
        }
    }

    [IsDependentOn(typeof(Drop))]
    public sealed class Serve : FrostingTask<Context>
    {
        public override void Run(Context context) => context?.Note(this);
    }
}
