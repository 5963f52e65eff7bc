using Cake.Core;
using Cake.Frosting;
using Cake.Frosting.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace StandIns.Tests.Cake;

public sealed class FindingTasks
{
    [Fact]
    public void ATaskIsCalledWhatItsAttributeSays() =>
        Assert.Equal(["Named"], Host.Run<Context>("--target=another-name").Tasks);

    [Fact]
    public void AClassThatIsNotPublicIsNotFound()
    {
        Assert.NotNull(new Hidden());
        Assert.NotEqual(0, Host.Run<Context>("--target=Hidden").ExitCode);
    }

    [Fact]
    public void ATaskForAnotherTypeOfContextIsLeftOutWithAWarning()
    {
        var journal = Host.Run<Context>("--target=Elsewhere");
        Assert.NotEqual(0, journal.ExitCode);
        Assert.Contains(journal.Messages, message => message.Contains(typeof(OtherContext).FullName!, StringComparison.Ordinal));
    }

    [Fact]
    public void ATaskThatAsksForAnyContextAlwaysFits() =>
        Assert.Equal(0, Host.Run<Context>("--target=Anywhere").ExitCode);

    [Fact]
    public void TheTypeOfTheContextIsReadFromTheDirectBaseClassOnly()
    {
        var journal = Host.Run<Context>(
            host => host.ConfigureServices(services => services.AddSingleton<IFrostingTask, Indirect>()), "--target=another-name");
        Assert.NotEqual(0, journal.ExitCode);
        Assert.Empty(journal.Tasks);
        Assert.Contains(journal.Messages, message => message.Contains("does not derive from FrostingTask<T> directly", StringComparison.Ordinal));
    }

    [Fact]
    public void NoTaskOfTheseTestsReliesOnABaseClassOfItsOwn() => Assert.All(
        typeof(FindingTasks).Assembly.GetExportedTypes().Where(type => type.IsAssignableTo(typeof(IFrostingTask))),
        task => Assert.Equal(typeof(FrostingTask<>), task.BaseType!.GetGenericTypeDefinition()));

    public sealed class Context(ICakeContext context, Journal journal) : JournalContext(context, journal);

    public sealed class OtherContext(ICakeContext context, Journal journal) : JournalContext(context, journal);

    [TaskName("another-name")]
    public sealed class Named : FrostingTask<Context>
    {
        public override void Run(Context context) => context?.Note(this);
    }

    public sealed class Elsewhere : FrostingTask<OtherContext>
    {
        public override void Run(OtherContext context) => context?.Note(this);
    }

    public sealed class Anywhere : FrostingTask<ICakeContext>;

    internal sealed class Hidden : FrostingTask<Context>
    {
        public override void Run(Context context) => context?.Note(this);
    }

    internal abstract class Between<T> : FrostingTask<T>
        where T : ICakeContext;

    internal sealed class Indirect : Between<OtherContext>;
}
