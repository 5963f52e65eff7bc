using Cake.Core;
using Cake.Frosting;

namespace StandIns.Tests.Cake;

public sealed class FindingTasks
{
    [Fact]
    public void A_task_is_called_what_its_attribute_says() =>
        Assert.Equal(["Named"], Host.Run<Context>("--target=another-name").Tasks);

    [Fact]
    public void A_class_that_is_not_public_is_not_found()
    {
        Assert.NotNull(new Hidden());
        Assert.NotEqual(0, Host.Run<Context>("--target=Hidden").ExitCode);
    }

    [Fact]
    public void A_task_for_another_type_of_context_is_left_out_with_a_warning()
    {
        var journal = Host.Run<Context>("--target=Elsewhere");
        Assert.NotEqual(0, journal.ExitCode);
        Assert.Contains(journal.Messages, message => message.Contains(typeof(OtherContext).FullName!, StringComparison.Ordinal));
    }

    [Fact]
    public void A_task_that_asks_for_any_context_always_fits() =>
        Assert.Equal(0, Host.Run<Context>("--target=Anywhere").ExitCode);

    public sealed class Context(ICakeContext context, Journal journal) : JournalContext(context, journal);

    public sealed class OtherContext(ICakeContext context, Journal journal) : JournalContext(context, journal);

    [TaskName("another-name")]
    public sealed class Named : JournalTask<Context>;

    public sealed class Elsewhere : JournalTask<OtherContext>;

    public sealed class Anywhere : FrostingTask<ICakeContext>;

    internal sealed class Hidden : JournalTask<Context>;
}
