using Cake.Frosting;

namespace StandIns.Tests.Cake;

/// <summary>A task that writes its class's name into the journal.</summary>
public abstract class JournalTask<T> : FrostingTask<T>
    where T : JournalContext
{
    public override void Run(T context) => context.Journal.Tasks.Add(GetType().Name);
}
