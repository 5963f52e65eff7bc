using Cake.Core;
using Cake.Frosting;

namespace StandIns.Tests.Cake;

/// <summary>
/// A context that keeps a journal. A host finds every public task of this assembly; each test class has its own type of context, so that
/// only its own tasks fit.
/// </summary>
public abstract class JournalContext(ICakeContext context, Journal journal) : FrostingContext(context)
{
    public Journal Journal { get; } = journal;

    /// <summary>Writes the name of a task's class into the journal.</summary>
    public void Note(object task) => Journal.Tasks.Add(task.GetType().Name);
}
