using Cake.Core;
using Cake.Frosting;

namespace StandIns.Tests.Cake;

public sealed class RunningTargets
{
    [Fact]
    public void A_task_runs_after_those_it_depends_on_in_the_order_they_are_declared()
    {
        var journal = Host.Run<Context>("--target=Cake");
        Assert.Equal(["Buy", "Butter", "Flour", "Cake"], journal.Tasks);
        Assert.Equal(0, journal.ExitCode);
    }

    [Fact]
    public void Without_a_target_the_one_called_Default_runs() =>
        Assert.Equal(["Buy", "Butter"], Host.Run<Context>().Tasks);

    [Fact]
    public void Several_targets_share_what_they_depend_on()
    {
        var tasks = Host.Run<Context>("--target=Flour", "--target", "Butter").Tasks;
        Assert.Equal("Buy", tasks[0]);
        Assert.Equal(["Butter", "Flour"], tasks.Skip(1).Order());
    }

    [Fact]
    public void Several_targets_run_in_the_order_given_each_with_all_it_depends_on_where_the_setting_says_so()
    {
        var journal = Host.Run<Context>(
            host => host.UseCakeSetting("Settings_UnifiedDependencyGraphForMultipleTargets", "false"), "--target=Flour", "--target", "Butter");
        Assert.Equal(["Buy", "Flour", "Buy", "Butter"], journal.Tasks);
    }

    [Fact]
    public void A_setting_is_not_taken_from_the_arguments()
    {
        var tasks = Host.Run<Context>("--target=Flour", "--target=Butter", "--Settings_UnifiedDependencyGraphForMultipleTargets=false").Tasks;
        Assert.Single(tasks, "Buy");
    }

    [Fact]
    public void Exclusive_leaves_out_what_the_target_depends_on() =>
        Assert.Equal(["Cake"], Host.Run<Context>("--target=Cake", "--exclusive").Tasks);

    [Fact]
    public void Names_of_targets_are_compared_without_case() =>
        Assert.Equal(["Buy"], Host.Run<Context>("-t", "bUY").Tasks);

    [Fact]
    public void A_dry_run_names_the_tasks_in_order_and_runs_none()
    {
        var journal = Host.Run<Context>("--target=Cake", "--dryrun");
        Assert.Empty(journal.Tasks);
        var named = string.Concat(journal.Messages);
        Assert.Contains("1. Buy", named, StringComparison.Ordinal);
        Assert.Contains("4. Cake", named, StringComparison.Ordinal);
        Assert.Equal(0, journal.ExitCode);
    }

    [Fact]
    public void An_exception_ends_the_run_with_another_code_than_zero_and_is_logged()
    {
        var journal = Host.Run<Context>("--target=Serve");
        Assert.Equal(["Drop"], journal.Tasks);
        Assert.NotEqual(0, journal.ExitCode);
        Assert.Contains(journal.Messages, message => message.Contains("It fell.", StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_target_is_named()
    {
        var journal = Host.Run<Context>("--target=Pie");
        Assert.NotEqual(0, journal.ExitCode);
        Assert.Contains(journal.Messages, message => message.Contains("The target 'Pie' was not found.", StringComparison.Ordinal));
    }

    [Fact]
    public void Description_lists_the_tasks_and_runs_none()
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
